import { z } from 'zod'
import { boolean } from './coerced.ts'
import { prefectUuid } from './prefect-uuid.ts'
import { moment } from './timestamp.ts'

/** Joins the parts of one filter object; a sub-filter contributes its own combined condition. */
export const operator = z.enum(['and_', 'or_']).default('and_')

/** The type of {@link operator}. */
export type Operator = z.output<typeof operator>

/** Ids, in any form that Prefect takes. */
export const uuids = z.array(prefectUuid).nullish()

/** Texts, compared exactly. */
export const texts = z.array(z.string()).nullish()

/** Part of a text: `%` and `_` are wildcards, ASCII letters match in either case. */
export const like = z.string().nullish()

/** `true`: only rows without the value; `false`: only rows with it. */
export const isNull = boolean.nullish()

/** Prefect's `StateType`. */
export const stateType = z.enum([
  'SCHEDULED',
  'PENDING',
  'RUNNING',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
  'CRASHED',
  'PAUSED',
  'CANCELLING',
])

/** An inclusive span of time; rows without the value fall outside. */
export const span = { before_: moment.nullish(), after_: moment.nullish() }

/** By id: included, excluded. */
export const idFilter = z.strictObject({ any_: uuids, not_any_: uuids }).nullish()

/** By name: one of, or like. */
export const nameFilter = z.strictObject({ any_: texts, like_: like }).nullish()

/** By a nullable text column. */
export const nullableTextFilter = z
  .strictObject({ operator, any_: texts, is_null_: isNull })
  .nullish()

/** By a nullable id column. */
export const nullableIdFilter = z
  .strictObject({ operator, any_: uuids, is_null_: isNull })
  .nullish()

/** By tags, where Prefect offers `any_`. */
export const anyTagsFilter = z
  .strictObject({ operator, all_: texts, any_: texts, is_null_: isNull })
  .nullish()

/** By tags, where Prefect does not offer `any_` (flows, task runs). */
export const allTagsFilter = z.strictObject({ operator, all_: texts, is_null_: isNull }).nullish()
