import type { ConcurrencyLimit } from '../../../src-shared/contract/schemas/concurrency-limit.ts'
import type { ConcurrencyLimitV2 } from '../../../src-shared/contract/schemas/concurrency-limit-v2.ts'
import type { SchemaState } from '../../../src-shared/contract/schemas/session-state.ts'

/** Which of the two tables holds the tag limits that a Prefect of this schema asks for. */
export type LiveTagLimits = SchemaState['liveTagLimits']

/** What a limit is for. `idleTag` is a tag limit in the table that nobody asks. */
export type LimitKind = 'tag' | 'global' | 'idleTag' | 'deployment'

/** The kinds in the order in which they are listed: a deployment's never hide the others. */
export const limitKinds = ['tag', 'global', 'idleTag', 'deployment'] as const

/** A limit of either table, in the terms of both. */
export interface LimitRow {
  /** Table and id: ids of the two tables could be the same. */
  key: string
  table: 'v1' | 'v2'
  kind: LimitKind
  id: string
  /** What people call it: the tag, the global limit's name, the deployment's id. */
  name: string
  limit: number
  /** The counter as it is stored. */
  active_slots: number
  slot_decay_per_second: number
  active: boolean
  created: string
  updated: string
  /** The stored row: of `concurrency_limit` or of `concurrency_limit_v2`. */
  v1: ConcurrencyLimit | null
  v2: ConcurrencyLimitV2 | null
}

const tagPrefix = 'tag:'
const deploymentPrefix = 'deployment:'

/** The name in `concurrency_limit_v2` of a tag's limit. */
export function tagLimitName(tag: string): string {
  return tagPrefix + tag
}

/** True for a name that Prefect takes for a tag's or a deployment's limit. */
export function isReservedName(name: string): boolean {
  return name.startsWith(tagPrefix) || name.startsWith(deploymentPrefix)
}

function fromV1(row: ConcurrencyLimit, live: LiveTagLimits): LimitRow {
  const { id, tag, concurrency_limit, active_slots, created, updated } = row
  return {
    key: `v1.${id}`,
    table: 'v1',
    kind: live === 'v1' ? 'tag' : 'idleTag',
    id,
    name: tag,
    limit: concurrency_limit,
    active_slots: active_slots.length,
    slot_decay_per_second: 0,
    active: true,
    created,
    updated,
    v1: row,
    v2: null,
  }
}

function kindAndName(name: string, live: LiveTagLimits): Pick<LimitRow, 'kind' | 'name'> {
  if (name.startsWith(tagPrefix)) {
    return { kind: live === 'v2' ? 'tag' : 'idleTag', name: name.slice(tagPrefix.length) }
  }
  if (name.startsWith(deploymentPrefix)) {
    return { kind: 'deployment', name: name.slice(deploymentPrefix.length) }
  }
  return { kind: 'global', name }
}

function fromV2(row: ConcurrencyLimitV2, live: LiveTagLimits): LimitRow {
  const { id, limit, active_slots, slot_decay_per_second, active, created, updated } = row
  return {
    key: `v2.${id}`,
    table: 'v2',
    ...kindAndName(row.name, live),
    id,
    limit,
    active_slots,
    slot_decay_per_second,
    active,
    created,
    updated,
    v1: null,
    v2: row,
  }
}

/** The limits of both tables in one list, by name. */
export function limitRows(
  tables: { v1: readonly ConcurrencyLimit[]; v2: readonly ConcurrencyLimitV2[] },
  live: LiveTagLimits,
): LimitRow[] {
  const rows = [
    ...tables.v2.map((row) => fromV2(row, live)),
    ...tables.v1.map((row) => fromV1(row, live)),
  ]
  return rows.toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
}

/** A kind in words; which table is the old one depends on where the row stands. */
export function kindWords({ kind, table }: Pick<LimitRow, 'kind' | 'table'>): string {
  if (kind === 'idleTag') return table === 'v1' ? 'Tag, old table' : 'Tag, new table'
  return { tag: 'Tag', global: 'Global', deployment: 'Deployment' }[kind]
}

/** What to know of a limit's kind; null where there is nothing. */
export function kindNote({ kind, table }: Pick<LimitRow, 'kind' | 'table'>): string | null {
  if (kind !== 'idleTag') return null
  return table === 'v1'
    ? 'Current Prefect clients do not ask this table.'
    : 'The Prefect of this schema does not ask this table for tags.'
}

/** What a limit is called in a sentence; a deployment by the first characters of its id. */
export function limitTitle({ kind, name }: Pick<LimitRow, 'kind' | 'name'>): string {
  return kind === 'deployment' ? `deployment ${name.slice(0, 8)}` : name
}
