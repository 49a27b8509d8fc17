import * as fc from 'fast-check'
import { most } from './arbitrary-rows.ts'
import {
  idOf,
  moments,
  nameParts,
  names,
  pick,
  stateNames,
  stateTypes,
  tags,
  texts,
} from './arbitrary-values.ts'
import type {
  WireDeploymentFilter,
  WireFilters,
  WireFlowFilter,
  WireFlowRunFilter,
  WirePage,
  WireQuestion,
  WireRunFilters,
  WireTaskRunFilter,
  WireWorkPoolFilter,
  WireWorkQueueFilter,
} from './naive/wire.ts'
import type { TableName } from './rows.ts'

type Parts<T> = { [K in keyof T]-?: fc.Arbitrary<T[K]> }

/** An object with a few of the parts, seldom none or null: with many, nothing would ever match. */
function someOf<T extends object>(parts: Parts<T>, maxLength: number): fc.Arbitrary<T> {
  const all = Object.keys(parts) as (keyof T)[]
  const count = fc.constantFrom(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 0)
  const keys = count.chain((length) => {
    const taken = Math.min(length, maxLength, all.length)
    return fc.shuffledSubarray(all, { minLength: taken, maxLength: taken })
  })
  return keys.chain((chosen) => {
    const orNull = chosen.map((key) => [key, fc.option(parts[key], { freq: 12 })])
    return fc.record(Object.fromEntries(orNull) as Parts<T>) as unknown as fc.Arbitrary<T>
  })
}

/** The same with an `operator`, said or not. */
function joined<T extends object>(parts: Parts<T>, maxLength = 3): fc.Arbitrary<T> {
  const operator = fc.constantFrom({}, { operator: 'and_' }, { operator: 'or_' })
  return fc.tuple(operator, someOf(parts, maxLength)).map(([said, rest]) => ({ ...said, ...rest }))
}

/** A list: mostly short, seldom empty, seldom so long that it may be asked in another way. */
function listOf<T>(value: fc.Arbitrary<T>, longest = 3): fc.Arbitrary<T[]> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.array(value, { minLength: 1, maxLength: longest }) },
    { weight: 1, arbitrary: fc.array(value, { minLength: 17, maxLength: 20, size: 'max' }) },
    { weight: 1, arbitrary: fc.constant<T[]>([]) },
  )
}

/** An id in one of the forms that Python's `UUID()` takes. */
function spelled(id: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const spellings = [
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => text.replaceAll('-', ''),
    (text: string) => `{${text}}`,
    (text: string) => `urn:uuid:${text}`,
  ]
  return fc.tuple(id, pick(spellings)).map(([text, spell]) => spell(text))
}

/** A moment near those that are stored, in one of the forms that ISO 8601 has for it. */
const moment = fc
  .tuple(pick(moments), fc.constantFrom('Z', '', '+00:00', '+02:00', '-09:30'), fc.boolean())
  .map(([stored, zone, short]) => {
    const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(zone) ?? []
    const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
    const utc = Date.parse(`${stored.slice(0, 10)}T${stored.slice(11, 16)}Z`)
    const local = new Date(utc + offset * 60_000).toISOString().slice(0, 16)
    const seconds = stored.slice(16).padEnd(4, '.').padEnd(10, '0')
    return local + (short ? seconds.replace(/\.?0*$/, '').padEnd(3, '0') : seconds) + zone
  })

const ids = (table: TableName, count: number) => listOf(spelled(idOf(table, count)))
const flag = fc.boolean()
const inOrOut = (values: fc.Arbitrary<string[]>) => someOf({ any_: values, not_any_: values }, 2)
const oneOf = (values: fc.Arbitrary<string[]>) => someOf({ any_: values }, 1)
const byName = someOf({ any_: listOf(pick(names)), like_: pick(nameParts) }, 2)
const tagParts = { all_: listOf(pick(tags), 2), is_null_: flag }
const byAllTags = joined(tagParts)
const byTags = joined({ ...tagParts, any_: listOf(pick(tags)) })
const span = { before_: moment, after_: moment }
const nullableSpan = someOf({ ...span, is_null_: flag }, 2)
const plainSpan = someOf(span, 2)
const nullableOf = (any_: fc.Arbitrary<string[]>) => joined({ any_, is_null_: flag }, 2)
const someTexts = listOf(pick(texts))
const someTypes = listOf(pick(stateTypes))
const someStateNames = listOf(pick(stateNames))
const keys = listOf(fc.constantFrom('key-1', 'key-2', 'Key-1', 'key-3'))
const creatorIds = listOf(spelled(idOf('deployment', 2)))
const creatorTypes = listOf(fc.constantFrom('DEPLOYMENT', 'AUTOMATION', 'deployment'))

const flowFilter: fc.Arbitrary<WireFlowFilter> = joined({
  id: inOrOut(ids('flow', most.flow)),
  name: byName,
  tags: byAllTags,
  deployment: joined({ is_null_: flag }),
})

const flowRunFilter: fc.Arbitrary<WireFlowRunFilter> = joined({
  id: inOrOut(ids('flow_run', most.flow_run)),
  name: byName,
  tags: byTags,
  deployment_id: nullableOf(ids('deployment', most.deployment)),
  work_queue_name: nullableOf(someTexts),
  state: joined({ type: inOrOut(someTypes), name: inOrOut(someStateNames) }),
  flow_version: oneOf(someTexts),
  start_time: nullableSpan,
  end_time: nullableSpan,
  expected_start_time: plainSpan,
  next_scheduled_start_time: plainSpan,
  parent_flow_run_id: joined({ any_: ids('flow_run', most.flow_run) }),
  parent_task_run_id: nullableOf(ids('task_run', most.task_run)),
  idempotency_key: inOrOut(keys),
  created_by: joined({ id_: creatorIds, type_: creatorTypes, is_null_: flag }),
})

const taskRunFilter: fc.Arbitrary<WireTaskRunFilter> = joined({
  id: oneOf(ids('task_run', most.task_run)),
  name: byName,
  tags: byAllTags,
  state: joined({ type: oneOf(someTypes), name: oneOf(someStateNames) }),
  start_time: nullableSpan,
  end_time: nullableSpan,
  expected_start_time: plainSpan,
  subflow_runs: someOf({ exists_: flag }, 1),
  flow_run_id: nullableOf(ids('flow_run', most.flow_run)),
})

const deploymentFilter: fc.Arbitrary<WireDeploymentFilter> = joined({
  id: inOrOut(ids('deployment', most.deployment)),
  name: byName,
  flow_or_deployment_name: someOf({ like_: pick(nameParts) }, 1),
  paused: someOf({ eq_: flag }, 1),
  tags: byTags,
  work_queue_name: oneOf(someTexts),
  concurrency_limit: someOf({ ge_: fc.nat(5), le_: fc.nat(5), is_null_: flag }, 2),
})

const workPoolFilter: fc.Arbitrary<WireWorkPoolFilter> = joined({
  id: oneOf(ids('work_pool', most.work_pool)),
  name: oneOf(listOf(pick(names))),
  type: oneOf(someTexts),
})

const workQueueFilter: fc.Arbitrary<WireWorkQueueFilter> = joined({
  id: oneOf(ids('work_queue', most.work_pool)),
  name: someOf({ any_: listOf(pick(names)), startswith_: listOf(pick(nameParts)) }, 2),
})

/** Random filters of one kind, as they are sent. */
export const arbitraryFilters = {
  flows: flowFilter,
  flow_runs: flowRunFilter,
  task_runs: taskRunFilter,
  deployments: deploymentFilter,
  work_pools: workPoolFilter,
} satisfies Parts<WireFilters>

/** {@link arbitraryFilters}, and the one that only runs and deployments have. */
export const arbitraryRunFilters = {
  ...arbitraryFilters,
  work_pool_queues: workQueueFilter,
} satisfies Parts<WireRunFilters>

/** Random bodies with some of these filters, a sort of these and a page. */
export function arbitraryBody<T extends object>(
  filters: Parts<T>,
  sorts: readonly string[],
): fc.Arbitrary<T & WirePage> {
  return fc
    .tuple(
      someOf(filters, 3),
      fc.record(
        {
          sort: fc.constantFrom(...sorts),
          limit: fc.option(fc.nat(4)),
          offset: fc.option(fc.nat(3)),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([asked, page]) => ({ ...asked, ...page }))
}

/** Random questions with any number of the filters, a sort and a page. */
export const arbitraryQuestion = arbitraryBody<WireFilters>(arbitraryFilters, [
  'CREATED_DESC',
  'UPDATED_DESC',
  'NAME_ASC',
  'NAME_DESC',
]) as fc.Arbitrary<WireQuestion>
