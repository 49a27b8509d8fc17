import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { naiveTerms } from '../../testing/naive/log-text.ts'
import { parseLogText } from './log-text.ts'

const none = { include: [], exclude: [], required: [] }

describe('a search text', () => {
  test.each([
    ['', none],
    ['   ', none],
    ['error', { ...none, include: ['error'] }],
    ['error timeout', { ...none, include: ['error', 'timeout'] }],
    ['error -debug !trace', { ...none, include: ['error'], exclude: ['debug', 'trace'] }],
    ['+needed other', { ...none, include: ['other'], required: ['needed'] }],
    ['"connection timeout"', { ...none, include: ['connection timeout'] }],
    ['-"out of memory"', { ...none, exclude: ['out of memory'] }],
    ['+"a b" c', { ...none, include: ['c'], required: ['a b'] }],
    ['"never closed', { ...none, include: ['never closed'] }],
    ['"say \\"hi\\" \\\\ \\n"', { ...none, include: ['say "hi" \\ \\n'] }],
    ['"ends in \\', { ...none, include: ['ends in \\'] }],
    ['a"b"c', { ...none, include: ['a', 'b', 'c'] }],
    ['""" "', none],
    ['- + !', none],
    ['--x -+y', { ...none, exclude: ['-x', '+y'] }],
    ['- x', { ...none, include: ['x'] }],
    ['a-b', { ...none, include: ['a-b'] }],
    ['ERROR Über', { ...none, include: ['error', 'über'] }],
    ['a\u001fb\u0085c\u3000d', { ...none, include: ['a', 'b', 'c', 'd'] }],
    ['a\ufeffb', { ...none, include: ['a\ufeffb'] }],
  ])('%j', (text, terms) => {
    expect(parseLogText(text)).toEqual(terms)
  })

  test('is read as Prefect reads it, whatever it is', () => {
    const piece = fc.constantFrom('a', 'B', '-', '!', '+', '"', '\\', ' ', '\t', '\u0085', '\ufeff')
    const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
    const property = fc.property(text, (query) => {
      const lower = (terms: readonly string[]) => terms.map((term) => term.toLowerCase())
      const { include, exclude, required } = naiveTerms(query)
      expect(parseLogText(query)).toEqual({
        include: lower(include),
        exclude: lower(exclude),
        required: lower(required),
      })
    })
    fc.assert(property, { numRuns: 3000, seed: 20261121 })
  })
})
