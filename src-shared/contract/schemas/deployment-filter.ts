import { z } from 'zod'
import { boolean, integer } from './coerced.ts'
import {
  anyTagsFilter,
  idFilter,
  isNull,
  like,
  nameFilter,
  operator,
  texts,
} from './filter-parts.ts'

/** Prefect's `DeploymentFilter`. */
export const deploymentFilter = z.strictObject({
  operator,
  id: idFilter,
  name: nameFilter,
  flow_or_deployment_name: z.strictObject({ like_: like }).nullish(),
  paused: z.strictObject({ eq_: boolean.nullish() }).nullish(),
  tags: anyTagsFilter,
  work_queue_name: z.strictObject({ any_: texts }).nullish(),
  /** Deprecated: Prefect takes it and asks nothing. */
  concurrency_limit: z
    .strictObject({ ge_: integer.nullish(), le_: integer.nullish(), is_null_: isNull })
    .nullish(),
})

/** The type of {@link deploymentFilter}. */
export type DeploymentFilter = z.output<typeof deploymentFilter>
