import type { SlotHolder } from '../../src-shared/contract/schemas/slot-ledger.ts'
import { isOneOf } from '../database/dialect.ts'
import type { Reading } from '../database/model.ts'

/** The runs that an event names as the ones it is about. */
export interface RunIds {
  taskRunId: string | null
  flowRunId: string | null
}

interface Run {
  id: string
  name: unknown
  state_type: unknown
  state_name: unknown
}

/** Reads the runs out of an event's `related`, whatever it holds. */
export function runIds(related: unknown): RunIds {
  const resources = parsedList(related)
  return {
    taskRunId: idOf(resources, 'task-run'),
    flowRunId: idOf(resources, 'flow-run'),
  }
}

function parsedList(stored: unknown): unknown[] {
  try {
    const value: unknown = JSON.parse(String(stored))
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/** The id of the first resource with a role, which Prefect names like the kind of its resources. */
function idOf(resources: readonly unknown[], role: 'task-run' | 'flow-run'): string | null {
  const prefix = `prefect.${role}.`
  for (const resource of resources) {
    if (resource === null || typeof resource !== 'object') continue
    const labels = resource as Readonly<Record<string, unknown>>
    const id = labels['prefect.resource.id']
    if (labels['prefect.resource.role'] !== role || typeof id !== 'string') continue
    if (id.startsWith(prefix)) return id.slice(prefix.length)
  }
  return null
}

/** Reads the runs as they are now, and gives a function that puts name and state to their ids. */
export async function readHolders(
  db: Reading,
  runs: readonly RunIds[],
): Promise<(ids: RunIds) => SlotHolder> {
  const taskRuns = await runsById(db, 'task_run', present(runs.map((run) => run.taskRunId)))
  const flowRuns = await runsById(db, 'flow_run', present(runs.map((run) => run.flowRunId)))
  return ({ taskRunId, flowRunId }) => {
    const run = taskRuns.get(taskRunId ?? '') ?? flowRuns.get(flowRunId ?? '')
    return {
      taskRunId,
      flowRunId,
      name: textOrNull(run?.name),
      stateType: textOrNull(run?.state_type),
      stateName: textOrNull(run?.state_name),
    }
  }
}

/** The task runs of these ids as they are now, in this order; one that is gone has no name. */
export async function taskRunHolders(db: Reading, ids: readonly string[]): Promise<SlotHolder[]> {
  const runs = ids.map((id) => ({ taskRunId: id, flowRunId: null }))
  const holderOf = await readHolders(db, runs)
  return runs.map(holderOf)
}

async function runsById(
  db: Reading,
  table: 'task_run' | 'flow_run',
  ids: readonly string[],
): Promise<Map<string, Run>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom(table)
    .where((run) => isOneOf(run.ref('id'), ids))
    .select(['id', 'name', 'state_type', 'state_name'])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

function present(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))]
}

function textOrNull(stored: unknown): string | null {
  return typeof stored === 'string' ? stored : null
}
