import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { boolean, integer, nonNegativeInteger, nonNegativeNumber } from './coerced.ts'

/** The reason of the one fault found. */
function reason(schema: z.ZodType, value: unknown): string | undefined {
  const issues = schema.safeParse(value).error?.issues ?? []
  expect(issues).toHaveLength(1)
  return issues[0]?.message
}

describe('a boolean, as Pydantic reads one', () => {
  test.each([true, 1, '1', 'true', 'TRUE', 't', 'T', 'yes', 'Y', 'on', 'On'])(
    'is true for %j',
    (value) => expect(boolean.parse(value)).toBe(true),
  )

  test.each([false, 0, -0, '0', 'false', 'f', 'F', 'no', 'n', 'off', 'OFF'])(
    'is false for %j',
    (value) => expect(boolean.parse(value)).toBe(false),
  )

  test.each([2, -1, 0.5, '2', '1.0', '', ' true', 'true ', 'ja', 'null', null, undefined, [], {}])(
    'is not %j',
    (value) => expect(reason(boolean, value)).toBe('Not true or false'),
  )
})

describe('an integer, as Pydantic reads one', () => {
  test.each<[unknown, number]>([
    [5, 5],
    [-5, -5],
    [5.0, 5],
    ['5', 5],
    ['-5', -5],
    ['+5', 5],
    [' 5\n', 5],
    ['007', 7],
    ['5.0', 5],
    ['5.00', 5],
    ['1_000', 1000],
    [true, 1],
    [false, 0],
    [2 ** 53 - 1, 2 ** 53 - 1],
    ['-9007199254740991', 1 - 2 ** 53],
  ])('is taken from %j', (value, number) => expect(integer.parse(value)).toBe(number))

  test.each([
    1.5,
    '1.5',
    '5.',
    '.0',
    '1e3',
    '0x5',
    '+ 5',
    '',
    ' ',
    '_1',
    '1__0',
    '1_',
    'five',
    '٣',
    NaN,
    Infinity,
    null,
    undefined,
    [5],
  ])('is not taken from %j', (value) => expect(reason(integer, value)).toBe('Not a whole number'))

  test.each([2 ** 53, -(2 ** 53), '9007199254740993'])(
    'is not taken from %j, which JavaScript cannot hold exactly',
    (value) => expect(reason(integer, value)).toBe('Not a whole number'),
  )
})

describe('an integer of zero or more', () => {
  test.each<[unknown, number]>([
    [0, 0],
    ['3', 3],
  ])('is taken from %j', (value, number) => expect(nonNegativeInteger.parse(value)).toBe(number))

  test.each([-1, '-1'])('is not %j', (value) =>
    expect(reason(nonNegativeInteger, value)).toBe('Less than 0'),
  )

  test('has one reason for what is no number at all', () =>
    expect(reason(nonNegativeInteger, 'x')).toBe('Not a whole number'))
})

describe('a number of zero or more', () => {
  test.each<[unknown, number]>([
    [0, 0],
    [0.25, 0.25],
    ['5.', 5],
    ['.5', 0.5],
    [' 1e-3 ', 0.001],
    ['1_000.5', 1000.5],
    [true, 1],
  ])('is taken from %j', (value, number) => expect(nonNegativeNumber.parse(value)).toBe(number))

  test.each([-0.1, '-1'])('is not %j', (value) =>
    expect(reason(nonNegativeNumber, value)).toBe('Less than 0'),
  )

  test.each(['x', '', '.', '1e', '0x1', 'inf', 'nan', '1e400', Infinity, NaN, null, [1]])(
    'is not %j',
    (value) => expect(reason(nonNegativeNumber, value)).toBe('Not a number'),
  )
})
