import { z } from 'zod'
import { boolean } from './coerced.ts'
import {
  allTagsFilter,
  isNull,
  nameFilter,
  operator,
  span,
  stateType,
  texts,
  uuids,
} from './filter-parts.ts'

/** Prefect's `TaskRunFilter`. */
export const taskRunFilter = z.strictObject({
  operator,
  id: z.strictObject({ any_: uuids }).nullish(),
  name: nameFilter,
  tags: allTagsFilter,
  state: z
    .strictObject({
      operator,
      type: z.strictObject({ any_: z.array(stateType).nullish() }).nullish(),
      name: z.strictObject({ any_: texts }).nullish(),
    })
    .nullish(),
  start_time: z.strictObject({ ...span, is_null_: isNull }).nullish(),
  end_time: z.strictObject({ ...span, is_null_: isNull }).nullish(),
  expected_start_time: z.strictObject(span).nullish(),
  subflow_runs: z.strictObject({ exists_: boolean.nullish() }).nullish(),
  /** Unlike its like elsewhere, `is_null_` is false by default: an empty object asks for a flow run. */
  flow_run_id: z
    .strictObject({ operator, any_: uuids, is_null_: boolean.nullable().default(false) })
    .nullish(),
})

/** The type of {@link taskRunFilter}. */
export type TaskRunFilter = z.output<typeof taskRunFilter>
