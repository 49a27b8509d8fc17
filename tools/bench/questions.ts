import type { InputOf } from '../../src-shared/contract/operation.ts'
import type { SluiceContract } from '../../src-shared/contract/contract.ts'

/** The five filters, as they are sent. */
export type Filters = InputOf<SluiceContract['flows']['countFlows']>

/**
 * A filter question, and what it asks in SQL: of `flow`, of a deployment `d` (and its pool `p`), of
 * a flow run `r`, of its task run `t`.
 */
export interface Question {
  readonly name: string
  readonly filters: Filters
  readonly flow?: string
  readonly deployment?: string
  readonly pool?: string
  readonly run?: string
  readonly task?: string
  /** The same said otherwise, where that is quicker (an index serves it, JSON is not parsed). */
  readonly quick?: { readonly flow?: string; readonly run?: string }
}

const hourAgo = '2026-11-20 11:00:00.000000'
const months = '2026-06-01 00:00:00.000000'

function moment(stored: string): string {
  return `${stored.replace(' ', 'T')}Z`
}

/** As Prefect asks for tags; quicker, the text is searched before it is parsed. */
function tagged(column: string, tag: string): { plain: string; quick: string } {
  const wanted = `json_each(json_array('${tag}'))`
  return {
    plain: `(SELECT count(DISTINCT l.value) FROM json_each(${column}) l JOIN ${wanted} w
      ON l.value = w.value) >= (SELECT count(DISTINCT value) FROM ${wanted})`,
    quick: `(instr(${column}, '"${tag}"') AND EXISTS (SELECT 1 FROM json_each(${column})
      WHERE value = '${tag}'))`,
  }
}

function withRunTag(name: string, tag: string): Question {
  const { plain, quick } = tagged('r.tags', tag)
  return {
    name,
    filters: { flow_runs: { tags: { all_: [tag] } } },
    run: plain,
    quick: { run: quick },
  }
}

function withFlowTag(name: string, tag: string): Question {
  const { plain, quick } = tagged('flow.tags', tag)
  return {
    name,
    filters: { flows: { tags: { all_: [tag] } } },
    flow: plain,
    quick: { flow: quick },
  }
}

type StateType = 'FAILED' | 'COMPLETED' | 'CRASHED' | 'CANCELLING' | 'PAUSED'

function inState(name: string, state: StateType): Question {
  return {
    name,
    filters: { flow_runs: { state: { type: { any_: [state] } } } },
    run: `r.state_type IN ('${state}')`,
  }
}

function startedSince(name: string, time: string): Question {
  return {
    name,
    filters: { flow_runs: { start_time: { after_: moment(time) } } },
    run: `coalesce(r.start_time, r.expected_start_time) >= '${time}'`,
    quick: {
      run: `(r.start_time >= '${time}'
        OR (r.start_time IS NULL AND r.expected_start_time >= '${time}'))`,
    },
  }
}

function taskNamed(name: string, text: string): Question {
  return {
    name,
    filters: { task_runs: { name: { like_: text } } },
    task: `lower(t.name) LIKE lower('%${text}%')`,
  }
}

function taskInState(name: string, state: StateType): Question {
  return {
    name,
    filters: { task_runs: { state: { type: { any_: [state] } } } },
    task: `t.state_type IN ('${state}')`,
  }
}

function inPool(name: string, pool: string): Question {
  return {
    name,
    filters: { work_pools: { name: { any_: [pool] } } },
    pool: `p.name IN ('${pool}')`,
  }
}

/** Both at once; each part of them asks something else. */
function both(name: string, one: Question, other: Question): Question {
  const run = [one.run, other.run].filter((part) => part !== undefined).join(' AND ')
  const quick = [one.quick?.run ?? one.run, other.quick?.run ?? other.run]
    .filter((part) => part !== undefined)
    .join(' AND ')
  const flow_runs = { ...one.filters.flow_runs, ...other.filters.flow_runs }
  return {
    ...one,
    ...other,
    name,
    filters: { ...one.filters, ...other.filters, flow_runs },
    run,
    quick: { run: quick },
  }
}

const failed = inState('a failed run', 'FAILED')

const paused: Question = {
  name: 'a paused deployment',
  filters: { deployments: { paused: { eq_: true } } },
  deployment: 'd.paused IS 1',
}

const named: Question = {
  name: 'name like, common',
  filters: { flows: { name: { like_: 'Orders' } } },
  flow: "lower(flow.name) LIKE lower('%Orders%')",
}

/** Each is asked as a list of the first 200 and as a count. The first is held to a ratio. */
export const questions: readonly Question[] = [
  failed,
  { name: 'no filter', filters: {} },
  named,
  {
    name: 'name like, none',
    filters: { flows: { name: { like_: 'zebra' } } },
    flow: "lower(flow.name) LIKE lower('%zebra%')",
  },
  withFlowTag('flow tag, common', 'nightly'),
  withFlowTag('flow tag, rare', 'quarantined'),
  { name: 'any run', filters: { flow_runs: {} }, run: '1' },
  inState('a completed run: most', 'COMPLETED'),
  inState('a crashed run: 1 %', 'CRASHED'),
  inState('a cancelling run: 3', 'CANCELLING'),
  inState('a paused run: one flow', 'PAUSED'),
  {
    name: 'run state name: 2 %',
    filters: { flow_runs: { state: { name: { any_: ['TimedOut'] } } } },
    run: "r.state_name IN ('TimedOut')",
  },
  withRunTag('run tag, 2 % anywhere', 'backfill'),
  withRunTag('run tag, a tenth of flows', 'gpu'),
  withRunTag('run tag, 5 runs', 'incident-4711'),
  withRunTag('run tag, none', 'nowhere'),
  {
    name: 'run name like, 1 %',
    filters: { flow_runs: { name: { like_: 'otter-a' } } },
    run: "lower(r.name) LIKE lower('%otter-a%')",
  },
  startedSince('started since an hour', hourAgo),
  startedSince('started since months', months),
  paused,
  inPool('work pool, common', 'pool-0'),
  inPool('work pool, rare', 'pool-9'),
  taskNamed('task name like, common', 'load'),
  taskNamed('task name like, none', 'zebra'),
  taskInState('a failed task', 'FAILED'),
  taskInState('a cancelling task: 6', 'CANCELLING'),
  both('failed run and tag', failed, withRunTag('', 'gpu')),
  both('failed since an hour', failed, startedSince('', hourAgo)),
  both('name like, failed run', named, failed),
  both('paused, failed run', paused, failed),
  both('failed run, failed task', failed, taskInState('', 'FAILED')),
]
