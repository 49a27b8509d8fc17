import { z } from 'zod'
import { operator } from './filter-parts.ts'

/** A label's value that is asked for, with its type: `1`, `1.0`, `"1"` and `true` are four values. */
export const labelMatch = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('string'), value: z.string() }),
  z.strictObject({
    type: z.literal('integer'),
    value: z.string().regex(/^-?\d+$/, 'Not a whole number'),
  }),
  z.strictObject({
    type: z.literal('float'),
    value: z.string().regex(/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, 'Not a number'),
  }),
  z.strictObject({ type: z.literal('boolean'), value: z.enum(['true', 'false']) }),
])

/** The type of {@link labelMatch}. */
export type LabelMatch = z.output<typeof labelMatch>

/**
 * One condition on an object's labels. `has_not` and `is_not` are true of an object without any
 * labels; `is_not` also of one that lacks the key, or has it with another type.
 */
export const labelCondition = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('has'), key: z.string() }),
  z.strictObject({ is: z.literal('has_not'), key: z.string() }),
  z.strictObject({ is: z.literal('is'), key: z.string(), value: labelMatch }),
  z.strictObject({ is: z.literal('is_not'), key: z.string(), value: labelMatch }),
])

/** The type of {@link labelCondition}. */
export type LabelCondition = z.output<typeof labelCondition>

/** Conditions on the labels of one object. Ours: Prefect's API cannot ask for labels. */
export const labelFilter = z.strictObject({ operator, conditions: z.array(labelCondition).min(1) })

/** The type of {@link labelFilter}. */
export type LabelFilter = z.output<typeof labelFilter>

/**
 * Label filters beside Prefect's filters, by the same keys. Each is joined with AND to the filter of
 * its key, on the same row; a key that is given asks for such a row, as a filter of Prefect's does.
 */
export const labelFilters = z.strictObject({
  flows: labelFilter.optional(),
  flow_runs: labelFilter.optional(),
  deployments: labelFilter.optional(),
})

/** The type of {@link labelFilters}. */
export type LabelFilters = z.output<typeof labelFilters>
