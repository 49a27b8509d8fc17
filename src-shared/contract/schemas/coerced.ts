import { z } from 'zod'

const trueWords = new Set(['1', 'true', 't', 'yes', 'y', 'on'])
const falseWords = new Set(['0', 'false', 'f', 'no', 'n', 'off'])

/** A boolean as Pydantic reads one: also 0, 1 and the words `true`, `yes`, `on`, `off` and their like. */
export const boolean = z
  .union([z.boolean(), z.number(), z.string()])
  .transform((value, context): boolean => {
    if (typeof value === 'boolean') return value
    const word = String(value).toLowerCase()
    if (trueWords.has(word)) return true
    if (falseWords.has(word)) return false
    context.issues.push({ code: 'custom', input: value, message: 'Not true or false' })
    return z.NEVER
  })

const wholeNumber = /^\s*[+-]?\d+(\.0*)?\s*$/

/**
 * An integer as Pydantic reads one: `5`, `5.0` and `"5"`, not `5.5`. Beyond what JavaScript holds
 * exactly (2^53 - 1) it is refused, where Prefect would store it.
 */
export const integer = z.union([z.number(), z.string()]).transform((value, context): number => {
  const number = typeof value === 'string' && wholeNumber.test(value) ? Number(value) : value
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number
  context.issues.push({ code: 'custom', input: value, message: 'Not a whole number' })
  return z.NEVER
})

/** {@link integer}, zero or more. */
export const nonNegativeInteger = integer.refine((value) => value >= 0, 'Less than 0')

/** A finite number, zero or more; a numeric text is taken, as Pydantic takes it. */
export const nonNegativeNumber = z
  .union([
    z.number(),
    z.string().regex(/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i, 'Not a number'),
  ])
  .transform(Number)
  .refine((value) => Number.isFinite(value) && value >= 0, 'Less than 0')
