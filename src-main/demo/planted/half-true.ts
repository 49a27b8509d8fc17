import { named } from '../demo.ts'
import type { Demo } from '../demo.ts'
import { addTask, enterRunning, newRun } from '../run-script.ts'
import type { RunOptions, RunScript } from '../run-script.ts'
import { minute, second } from '../times.ts'
import { holdOpen } from './hold-open.ts'
import { leak, restartedAt } from './leaked-by-restart.ts'

/**
 * `tag:database`, half true: 3 of 4. Two slots leaked in the same restart as those of `tag:gpu`,
 * one is held by a run that lives: set to 0 it would let one too many in.
 */
export function halfTrue(demo: Demo): RunScript[] {
  const { flows, now } = demo
  const leaks = [
    leakingRun(demo, { flow: 'sync-inventory', before: 70 * second, after: 25 * second }),
    leakingRun(demo, { flow: 'load-invoices', before: 3 * minute, after: 95 * second }),
  ]
  const options: RunOptions = {
    flow: named(flows, 'load-invoices'),
    origin: { kind: 'direct' },
    at: now - 14 * minute,
  }
  return [...leaks, holdOpen(demo, options, 50 * second)]
}

function leakingRun(
  demo: Demo,
  what: { readonly flow: string; readonly before: number; readonly after: number },
): RunScript {
  const restart = restartedAt(demo)
  const flow = named(demo.flows, what.flow)
  const run = newRun(demo, { flow, origin: { kind: 'direct' }, at: restart - what.before })
  const at = enterRunning(demo, run) + 200_000
  const [read, write] = flow.spec.tasks
  if (read === undefined || write === undefined) return run
  const reading = addTask(demo, run, { spec: read, at })
  const end = at + 20 * second
  reading.steps.push({ type: 'RUNNING', at: at + 4_000 }, { type: 'COMPLETED', at: end })
  const writing = addTask(demo, run, { spec: write, at: end + 30_000 })
  leak(writing, { limit: 'tag:database', end: restart + what.after })
  run.steps.push({ type: 'COMPLETED', at: restart + what.after + 90_000 })
  return run
}
