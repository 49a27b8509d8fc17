import { z } from 'zod'

const trueWords = new Set(['1', 'true', 't', 'yes', 'y', 'on'])
const falseWords = new Set(['0', 'false', 'f', 'no', 'n', 'off'])

/** A boolean as Pydantic reads one: also 0, 1 and the words `true`, `yes`, `on`, `off` and their like. */
export const boolean = z
  .union([z.boolean(), z.number(), z.string()], 'Not true or false')
  .transform((value, context): boolean => {
    if (typeof value === 'boolean') return value
    const word = String(value).toLowerCase()
    if (trueWords.has(word)) return true
    if (falseWords.has(word)) return false
    context.issues.push({ code: 'custom', input: value, message: 'Not true or false' })
    return z.NEVER
  })

const wholeNumber = /^\s*[+-]?\d+(_\d+)*(\.0+)?\s*$/

function numberOf(value: number | string | boolean): number {
  if (typeof value !== 'string') return Number(value)
  return wholeNumber.test(value) ? Number(value.replaceAll('_', '')) : NaN
}

/**
 * An integer as Pydantic reads one: `5`, `5.0`, `"5"`, `"1_000"` and `true` for 1, not `5.5`. Beyond
 * what JavaScript holds exactly (2^53 - 1) it is refused, where Prefect would store it.
 */
export const integer = z
  .union([z.number(), z.string(), z.boolean()], 'Not a whole number')
  .transform((value, context): number => {
    const number = numberOf(value)
    if (Number.isSafeInteger(number)) return number
    context.issues.push({ code: 'custom', input: value, message: 'Not a whole number' })
    return z.NEVER
  })

/** {@link integer}, zero or more. */
export const nonNegativeInteger = integer.refine((value) => value >= 0, 'Less than 0')

const decimalNumber = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i

function decimalOf(value: number | string | boolean): number {
  if (typeof value !== 'string') return Number(value)
  const digits = value.replaceAll(/(?<=\d)_(?=\d)/g, '')
  return decimalNumber.test(digits) ? Number(digits) : NaN
}

/**
 * A number, zero or more, as Pydantic reads one: also a text or a boolean. Infinity and NaN, which
 * JSON cannot carry, are refused.
 */
export const nonNegativeNumber = z
  .union([z.number(), z.string(), z.boolean()], 'Not a number')
  .transform((value, context): number => {
    const number = decimalOf(value)
    if (Number.isFinite(number)) return number
    context.issues.push({ code: 'custom', input: value, message: 'Not a number' })
    return z.NEVER
  })
  .refine((value) => value >= 0, 'Less than 0')
