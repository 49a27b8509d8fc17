import type { Demo } from '../demo.ts'
import { addTask, askedLimit, enterRunning, newRun } from '../run-script.ts'
import type { RunOptions, RunScript } from '../run-script.ts'

/**
 * A run that is in its first task that asks for a slot, and holds it: RUNNING, the acquisition
 * open. It lives, with a heartbeat every three minutes until now, unless the caller says when it
 * died. The tasks before take `length` each.
 */
export function holdOpen(demo: Demo, options: RunOptions, length: number): RunScript {
  const run = newRun(demo, options)
  let at = enterRunning(demo, run) + 200_000
  for (const spec of run.flow.spec.tasks) {
    const task = addTask(demo, run, { spec, at })
    const asked = askedLimit(demo, spec)
    task.steps.push({ type: 'RUNNING', at: at + 40_000 })
    if (asked !== undefined) {
      task.hold = { limit: asked.name, slots: asked.slots, from: at + 39_000 }
      break
    }
    at += length
    task.steps.push({ type: 'COMPLETED', at })
    at += 60_000
  }
  return run
}
