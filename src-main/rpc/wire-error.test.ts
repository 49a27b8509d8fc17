import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AppError, errorCodes } from '../../src-shared/errors/app-error.ts'
import { MemoryLog } from '../testing/memory-log.ts'
import { invalidInput, toWireError } from './wire-error.ts'

function refused(schema: z.ZodType, input: unknown): AppError {
  const parsed = schema.safeParse(input)
  if (parsed.success) throw new Error('was taken')
  return invalidInput(parsed.error)
}

describe('an input that is refused', () => {
  const schema = z.strictObject({ flows: z.object({ ids: z.array(z.string()) }) })

  test('names the path through objects and lists', () => {
    const error = refused(schema, { flows: { ids: ['a', 5] } })
    expect(error.code).toBe('invalid_input')
    expect(error.details?.issues?.[0]?.path).toEqual(['flows', 'ids', 1])
    expect(error.message).toContain('(flows.ids.1)')
  })

  test('names each fault', () => {
    const error = refused(schema, { flows: { ids: [1, 2] }, more: true })
    expect(error.details?.issues).toHaveLength(3)
  })

  test('has no path in its sentence where the whole is wrong', () => {
    const error = refused(schema, 5)
    expect(error.details?.issues?.[0]?.path).toEqual([])
    expect(error.message).not.toContain('(')
  })
})

describe('what was thrown', () => {
  test.each(errorCodes)('goes over the wire as it is: %s', (code) => {
    const log = new MemoryLog()
    expect(toWireError(new AppError(code, 'Why'), 'a.b', log)).toEqual({ code, message: 'Why' })
    expect(log.lines).toEqual([])
  })

  test('keeps its details', () => {
    const details = { table: 'flow', id: 'x', column: 'tags' }
    const error = toWireError(
      new AppError('data_unreadable', 'Why', details),
      'a.b',
      new MemoryLog(),
    )
    expect(error.details).toEqual(details)
  })

  test('is logged under a trace id of its own where it is a bug', () => {
    const log = new MemoryLog()
    const errors = [1, 2].map(() => toWireError(new RangeError('secret'), 'a.b', log))
    const traces = errors.map(({ details }) => details?.traceId)
    expect(new Set(traces).size).toBe(2)
    expect(log.lines.map(({ fields }) => fields['traceId'])).toEqual(traces)
    expect(log.lines[0]?.fields['stack']).toContain('RangeError: secret')
    expect(log.lines[0]?.fields['operation']).toBe('a.b')
    expect(JSON.stringify(errors)).not.toContain('secret')
  })
})
