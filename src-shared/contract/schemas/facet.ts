import { z } from 'zod'

/** What a filter's value can be chosen from: a column's values as they are in the file. */
export const facetName = z.enum([
  'flow.id',
  'flow.name',
  'flow.tags',
  'flow_run.id',
  'flow_run.name',
  'flow_run.tags',
  'flow_run.state_type',
  'flow_run.state_name',
  'flow_run.flow_version',
  'flow_run.work_queue_name',
  'flow_run.idempotency_key',
  'flow_run.created_by.id',
  'flow_run.created_by.type',
  'task_run.id',
  'task_run.name',
  'task_run.tags',
  'task_run.state_type',
  'task_run.state_name',
  'deployment.id',
  'deployment.name',
  'deployment.tags',
  'deployment.work_queue_name',
  'work_pool.id',
  'work_pool.name',
  'work_pool.type',
  'work_queue.id',
  'work_queue.name',
])

/** The type of {@link facetName}. */
export type FacetName = z.output<typeof facetName>

/** A value that is in the file. */
export const suggestion = z.object({
  value: z.string(),
  /** How many rows have it; null where that is not counted (ids, and names of single rows). */
  count: z.int().nullable(),
  /** What a person knows it by: the name that belongs to an id. */
  note: z.string().nullable(),
})

/** The type of {@link suggestion}. */
export type Suggestion = z.output<typeof suggestion>

/** Whose labels. */
export const labelled = z.enum(['flows', 'flow_runs', 'deployments'])

/** The type of {@link labelled}. */
export type Labelled = z.output<typeof labelled>

/** How many rows of each table have a tag. */
export const tagCount = z.object({
  tag: z.string(),
  flows: z.int(),
  flowRuns: z.int(),
  deployments: z.int(),
  taskRuns: z.int(),
})

/** The type of {@link tagCount}. */
export type TagCount = z.output<typeof tagCount>

/** Something that the palette jumps to. */
export const found = z.object({
  kind: z.enum(['flow', 'flow_run', 'task_run', 'deployment', 'limit', 'tag']),
  /** The id; of a tag, the tag itself. */
  id: z.string(),
  name: z.string(),
  /** The flow of a run or deployment, the flow run of a task run; for a limit its table, `v1` or `v2`. */
  of: z.string().nullable(),
  stateType: z.string().nullable(),
  stateName: z.string().nullable(),
})

/** The type of {@link found}. */
export type Found = z.output<typeof found>
