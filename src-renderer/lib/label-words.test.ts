import { expect, test } from 'vitest'
import { isReadableLabel, labelText, labelValueText } from './label-words.ts'

test('values of different types look different', () => {
  const shown = [
    labelValueText({ key: 'k', kind: 'integer', text: '1' }),
    labelValueText({ key: 'k', kind: 'float', text: '1.0' }),
    labelValueText({ key: 'k', kind: 'string', text: '1' }),
    labelValueText({ key: 'k', kind: 'boolean', text: 'true' }),
    labelValueText({ key: 'k', kind: 'string', text: 'true' }),
  ]
  expect(shown).toEqual(['1', '1.0', '"1"', 'true', '"true"'])
})

test('a text has quotes only where it needs them', () => {
  const text = (value: string): string => labelText({ key: 'k', kind: 'string', text: value })
  expect(text('data')).toBe('k: data')
  expect(text('')).toBe('k: ""')
  expect(text(' padded')).toBe('k: " padded"')
  expect(text('2026-11-20')).toBe('k: "2026-11-20"')
  expect(text('v1.2')).toBe('k: v1.2')
})

test('what Prefect cannot read is known', () => {
  expect(isReadableLabel({ key: 'k', kind: 'null', text: 'null' })).toBe(false)
  expect(isReadableLabel({ key: 'k', kind: 'object', text: '{}' })).toBe(false)
  expect(isReadableLabel({ key: 'k', kind: 'float', text: '1.0' })).toBe(true)
})
