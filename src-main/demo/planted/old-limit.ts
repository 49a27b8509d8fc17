import { oldLimit } from '../catalog/limits.ts'
import { named } from '../demo.ts'
import type { Demo } from '../demo.ts'
import { pythonJson } from '../python-json.ts'
import { addTask, enterRunning, newRun } from '../run-script.ts'
import type { RunScript } from '../run-script.ts'
import type { StateType } from '../states.ts'
import { day, second, timestamp } from '../times.ts'

/**
 * A row of the old table `concurrency_limit`, written by a client of long ago: two of its slots
 * name task runs that have ended, one well and one not.
 */
export function oldLimitHolders(demo: Demo): RunScript[] {
  const runs = [oldRun(demo, 16 * day, 'COMPLETED'), oldRun(demo, 9 * day, 'CRASHED')]
  const holders = runs.flatMap((run) => run.tasks.map((task) => task.id))
  const lastAcquired = Math.max(...runs.map((run) => run.at))
  demo.rows.add('concurrency_limit', {
    id: demo.random.uuid(),
    created: timestamp(demo.now - 210 * day),
    updated: timestamp(lastAcquired + second),
    tag: oldLimit.tag,
    concurrency_limit: oldLimit.limit,
    active_slots: pythonJson(holders),
  })
  return runs
}

function oldRun(demo: Demo, age: number, type: StateType): RunScript {
  const flow = named(demo.flows, 'pull-ftp-drops')
  const run = newRun(demo, { flow, origin: { kind: 'direct' }, at: demo.now - age })
  const at = enterRunning(demo, run) + 300_000
  const message = type === 'CRASHED' ? 'Execution was aborted by a termination signal.' : undefined
  const spec = { name: 'pull', seconds: [20, 80], tags: [oldLimit.tag] } as const
  const task = addTask(demo, run, { spec, at })
  task.steps.push({ type: 'RUNNING', at: at + 5_000 }, { type, at: at + 41 * second, message })
  run.steps.push({ type, at: at + 42 * second, message })
  return run
}
