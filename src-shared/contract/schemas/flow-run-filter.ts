import { z } from 'zod'
import {
  anyTagsFilter,
  idFilter,
  isNull,
  nameFilter,
  nullableIdFilter,
  nullableTextFilter,
  operator,
  span,
  stateType,
  texts,
  uuids,
} from './filter-parts.ts'

const stateTypes = z.array(stateType).nullish()

/** Prefect's `FlowRunFilterState`: by type, which is one of nine, or by name, which is free text. */
export const flowRunStateFilter = z
  .strictObject({
    operator,
    type: z.strictObject({ any_: stateTypes, not_any_: stateTypes }).nullish(),
    name: z.strictObject({ any_: texts, not_any_: texts }).nullish(),
  })
  .nullish()

/** Prefect's `FlowRunFilter`. */
export const flowRunFilter = z.strictObject({
  operator,
  id: idFilter,
  name: nameFilter,
  tags: anyTagsFilter,
  deployment_id: nullableIdFilter,
  work_queue_name: nullableTextFilter,
  state: flowRunStateFilter,
  flow_version: z.strictObject({ any_: texts }).nullish(),
  /** The start, or while there is none the expected start; `is_null_` asks the start alone. */
  start_time: z.strictObject({ ...span, is_null_: isNull }).nullish(),
  end_time: z.strictObject({ ...span, is_null_: isNull }).nullish(),
  expected_start_time: z.strictObject(span).nullish(),
  next_scheduled_start_time: z.strictObject(span).nullish(),
  parent_flow_run_id: z.strictObject({ operator, any_: uuids }).nullish(),
  parent_task_run_id: nullableIdFilter,
  idempotency_key: z.strictObject({ any_: texts, not_any_: texts }).nullish(),
  created_by: z.strictObject({ operator, id_: uuids, type_: texts, is_null_: isNull }).nullish(),
})

/** The type of {@link flowRunFilter}. */
export type FlowRunFilter = z.output<typeof flowRunFilter>
