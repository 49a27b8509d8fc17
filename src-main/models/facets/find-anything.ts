import { prefectUuid } from '../../../src-shared/contract/schemas/prefect-uuid.ts'
import type { contract } from '../../../src-shared/contract/contract.ts'
import type { Found } from '../../../src-shared/contract/schemas/facet.ts'
import { isOneOf } from '../../database/dialect.ts'
import type { ModelOf, Reading } from '../../database/model.ts'
import type { Asked } from './column-values.ts'
import { findLimits } from './find-limits.ts'
import { findTags } from './find-tags.ts'
import { findNamed } from './named-rows.ts'

type Select = (db: Reading, ids: readonly string[]) => Promise<Found[]>

/** Up to `limit` of each kind: flows, deployments, flow runs, a task run, limits, tags. */
export const findAnything: ModelOf<typeof contract.facets>['findAnything'] = async (db, asked) => [
  ...(await namedFound(db, asked, { table: 'flow', select: flowsFound })),
  ...(await namedFound(db, asked, { table: 'deployment', select: deploymentsFound })),
  ...(await namedFound(db, asked, { table: 'flow_run', select: flowRunsFound })),
  ...(await taskRunFound(db, asked)),
  ...(await findLimits(db, asked)),
  ...(await findTags(db, asked)),
]

async function namedFound(
  db: Reading,
  asked: Asked,
  { table, select }: { table: 'flow' | 'deployment' | 'flow_run'; select: Select },
): Promise<Found[]> {
  const rows = await findNamed(db, table, asked)
  const found = await select(
    db,
    rows.map((row) => row.id),
  )
  const byId = new Map(found.map((one) => [one.id, one]))
  return rows.flatMap((row) => byId.get(row.id) ?? [])
}

const flowsFound: Select = async (db, ids) => {
  const rows = await db
    .selectFrom('flow')
    .where((flow) => isOneOf(flow.ref('id'), ids))
    .select(['id', 'name'])
    .execute()
  return rows.map(({ id, name }) => ({ ...noState, kind: 'flow', id, name: text(name), of: null }))
}

const deploymentsFound: Select = async (db, ids) => {
  const rows = await db
    .selectFrom('deployment')
    .leftJoin('flow', 'flow.id', 'deployment.flow_id')
    .where((deployment) => isOneOf(deployment.ref('deployment.id'), ids))
    .select(['deployment.id', 'deployment.name', 'flow.name as of'])
    .execute()
  return rows.map(({ id, name, of }) => {
    return { ...noState, kind: 'deployment', id, name: text(name), of: textOrNull(of) }
  })
}

const flowRunsFound: Select = async (db, ids) => {
  const rows = await db
    .selectFrom('flow_run')
    .leftJoin('flow', 'flow.id', 'flow_run.flow_id')
    .where((run) => isOneOf(run.ref('flow_run.id'), ids))
    .select(['flow_run.id', 'flow_run.name', 'flow.name as of', 'state_type', 'state_name'])
    .execute()
  return rows.map((row) => runFound('flow_run', row))
}

/** A task run by its full id alone: there are too many of them, with too few names. */
async function taskRunFound(db: Reading, asked: Asked): Promise<Found[]> {
  const id = prefectUuid.safeParse(asked.text.trim())
  if (!id.success) return []
  const rows = await db
    .selectFrom('task_run')
    .leftJoin('flow_run', 'flow_run.id', 'task_run.flow_run_id')
    .where('task_run.id', '=', id.data)
    .select([
      'task_run.id',
      'task_run.name',
      'flow_run.name as of',
      'task_run.state_type',
      'task_run.state_name',
    ])
    .execute()
  return rows.map((row) => runFound('task_run', row))
}

interface StoredRun {
  id: string
  name: unknown
  of: unknown
  state_type: unknown
  state_name: unknown
}

function runFound(kind: 'flow_run' | 'task_run', run: StoredRun): Found {
  return {
    kind,
    id: run.id,
    name: text(run.name),
    of: textOrNull(run.of),
    stateType: textOrNull(run.state_type),
    stateName: textOrNull(run.state_name),
  }
}

const noState = { stateType: null, stateName: null } as const

function text(stored: unknown): string {
  return textOrNull(stored) ?? ''
}

function textOrNull(stored: unknown): string | null {
  return typeof stored === 'string' ? stored : null
}
