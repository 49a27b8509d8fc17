/**
 * The filters that Prefect's `POST /…/filter` take, as data: written from its reference, with nothing
 * of Sluice's own schemas, so that the two can be held against each other.
 */

/** What stands at the end of a path of keys. */
export interface Leaf {
  readonly kind:
    | 'uuids'
    | 'texts'
    | 'beginnings'
    | 'like'
    | 'search'
    | 'boolean'
    | 'moment'
    | 'stateTypes'
    | 'integer'
  /** The SQL that gives the values which are in the database: what makes a question worth asking. */
  readonly values: string
}

/** An object: some of its parts, and perhaps an operator that joins them. */
export interface Shape {
  readonly hasOperator: boolean
  readonly parts: Readonly<Record<string, Part>>
}

/** A filter, or a part of one. */
export type Part = Leaf | Shape

/** Tells an end from what has parts of its own. */
export function isLeaf(part: Part): part is Leaf {
  return 'kind' in part
}

const leaf = (kind: Leaf['kind'], values: string): Leaf => ({ kind, values })
const all = (parts: Shape['parts']): Shape => ({ hasOperator: false, parts })
const joined = (parts: Shape['parts']): Shape => ({ hasOperator: true, parts })

const column = (table: string, name: string) =>
  `SELECT DISTINCT ${name} FROM ${table} WHERE ${name} IS NOT NULL`
const uuids = (table: string, name = 'id') => leaf('uuids', column(table, name))
const texts = (table: string, name = 'name') => leaf('texts', column(table, name))
const like = (table: string) => leaf('like', column(table, 'name'))
const moment = (table: string, name: string) => leaf('moment', column(table, name))
const tags = (table: string) =>
  leaf('texts', `SELECT DISTINCT value FROM ${table}, json_each(${table}.tags)`)
const stateTypes = leaf('stateTypes', 'SELECT DISTINCT state_type FROM flow_run')
const boolean = leaf('boolean', 'SELECT 1')
const integer = leaf('integer', 'SELECT 1')
const createdBy = (key: string) =>
  `SELECT DISTINCT created_by ->> '${key}' FROM flow_run WHERE created_by IS NOT NULL`

const named = (table: string) => all({ any_: texts(table), like_: like(table) })
const span = (table: string, name: string) => ({
  before_: moment(table, name),
  after_: moment(table, name),
})
const spanOrNull = (table: string, name: string) => ({ ...span(table, name), is_null_: boolean })

const flows = joined({
  id: all({ any_: uuids('flow'), not_any_: uuids('flow') }),
  name: named('flow'),
  tags: joined({ all_: tags('flow'), is_null_: boolean }),
  deployment: joined({ is_null_: boolean }),
})

const run = 'flow_run'

const flowRuns = joined({
  id: all({ any_: uuids(run), not_any_: uuids(run) }),
  name: named(run),
  tags: joined({ all_: tags(run), any_: tags(run), is_null_: boolean }),
  deployment_id: joined({ any_: uuids(run, 'deployment_id'), is_null_: boolean }),
  work_queue_name: joined({ any_: texts(run, 'work_queue_name'), is_null_: boolean }),
  state: joined({
    type: all({ any_: stateTypes, not_any_: stateTypes }),
    name: all({ any_: texts(run, 'state_name'), not_any_: texts(run, 'state_name') }),
  }),
  flow_version: all({ any_: texts(run, 'flow_version') }),
  start_time: all(spanOrNull(run, 'start_time')),
  end_time: all(spanOrNull(run, 'end_time')),
  expected_start_time: all(span(run, 'expected_start_time')),
  next_scheduled_start_time: all(span(run, 'next_scheduled_start_time')),
  parent_flow_run_id: joined({ any_: uuids('task_run', 'flow_run_id') }),
  parent_task_run_id: joined({ any_: uuids(run, 'parent_task_run_id'), is_null_: boolean }),
  idempotency_key: all({
    any_: texts(run, 'idempotency_key'),
    not_any_: texts(run, 'idempotency_key'),
  }),
  created_by: joined({
    id_: leaf('uuids', createdBy('id')),
    type_: leaf('texts', createdBy('type')),
    is_null_: boolean,
  }),
})

const task = 'task_run'

const taskRuns = joined({
  id: all({ any_: uuids(task) }),
  name: named(task),
  tags: joined({ all_: tags(task), is_null_: boolean }),
  state: joined({
    type: all({ any_: stateTypes }),
    name: all({ any_: texts(task, 'state_name') }),
  }),
  start_time: all(spanOrNull(task, 'start_time')),
  end_time: all(spanOrNull(task, 'end_time')),
  expected_start_time: all(span(task, 'expected_start_time')),
  subflow_runs: all({ exists_: boolean }),
  flow_run_id: joined({ any_: uuids(task, 'flow_run_id'), is_null_: boolean }),
})

const deployments = joined({
  id: all({ any_: uuids('deployment'), not_any_: uuids('deployment') }),
  name: named('deployment'),
  flow_or_deployment_name: all({ like_: like('flow') }),
  paused: all({ eq_: boolean }),
  tags: joined({ all_: tags('deployment'), any_: tags('deployment'), is_null_: boolean }),
  work_queue_name: all({ any_: texts('deployment', 'work_queue_name') }),
  concurrency_limit: all({ ge_: integer, le_: integer, is_null_: boolean }),
})

const workPools = joined({
  id: all({ any_: uuids('work_pool') }),
  name: all({ any_: texts('work_pool') }),
  type: all({ any_: texts('work_pool', 'type') }),
})

const workQueues = joined({
  id: all({ any_: uuids('work_queue') }),
  name: all({
    any_: texts('work_queue'),
    startswith_: leaf('beginnings', column('work_queue', 'name')),
  }),
})

const level = leaf('integer', column('log', 'level'))

const logs = joined({
  level: all({ ge_: level, le_: level }),
  timestamp: all(span('log', 'timestamp')),
  flow_run_id: all({ any_: uuids('log', 'flow_run_id') }),
  task_run_id: all({ any_: uuids('log', 'task_run_id'), is_null_: boolean }),
  text: all({ query: leaf('search', "SELECT DISTINCT message || ' ' || name FROM log") }),
})

/** Filters by their key in a body. */
export type Grammar = Readonly<Record<string, Shape>>

const ofTaskRuns: Grammar = { flows, flow_runs: flowRuns, task_runs: taskRuns, deployments }
const ofFlows: Grammar = { ...ofTaskRuns, work_pools: workPools }
const ofRuns: Grammar = { ...ofFlows, work_pool_queues: workQueues }

/** The filters of each list. */
export const grammars = {
  flows: ofFlows,
  flow_runs: ofRuns,
  deployments: ofRuns,
  task_runs: ofTaskRuns,
  logs: { logs },
} as const satisfies Record<string, Grammar>

/** A path of keys and what stands there. */
export interface Place<P extends Part = Part> {
  readonly path: readonly string[]
  readonly part: P
}

/** Every part of a grammar, outer before inner. */
export function places(grammar: Grammar): Place[] {
  const below = (place: Place): Place[] =>
    isLeaf(place.part)
      ? [place]
      : [
          place,
          ...Object.entries(place.part.parts).flatMap(([key, part]) =>
            below({ path: [...place.path, key], part }),
          ),
        ]
  return Object.entries(grammar).flatMap(([key, part]) => below({ path: [key], part }))
}

/** Every end of a grammar. */
export function leaves(grammar: Grammar): Place<Leaf>[] {
  return places(grammar).filter((place): place is Place<Leaf> => isLeaf(place.part))
}

/** The body that has `value` at `path` and nothing else. */
export function bodyWith(path: readonly string[], value: unknown): Record<string, unknown> {
  return path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Record<
    string,
    unknown
  >
}
