import { named } from '../demo.ts'
import type { Demo } from '../demo.ts'
import { playRun } from '../ordinary-run.ts'
import { addTask, askedLimit } from '../run-script.ts'
import type { RunOptions, RunScript } from '../run-script.ts'
import { hour, minute, second } from '../times.ts'
import { holdOpen } from './hold-open.ts'

/** Since when `tag:spark` is full. */
export function fullOfZombiesSince(demo: Demo): number {
  return demo.now - 5 * hour
}

/**
 * `tag:spark`, full of zombies: 3 of 3. The runs say RUNNING for hours and days, their acquisitions
 * are open, and their last heartbeat is long past: each time the flow's process and the server
 * died together, so that nobody was left to give the slots back.
 */
export function zombies(demo: Demo): RunScript[] {
  const features = holdOpen(demo, byHand(demo, featureStore, demo.now - 52 * hour), 0)
  features.diesAt = features.at + 7 * minute
  const [, write] = features.flow.spec.tasks
  const asked = write === undefined ? undefined : askedLimit(demo, write)
  if (write !== undefined && asked !== undefined) {
    const at = features.at + 95 * second
    const task = addTask(demo, features, { spec: write, at })
    task.steps.push({ type: 'RUNNING', at: at + 40_000 })
    task.hold = { limit: asked.name, slots: asked.slots, from: at + 39_000 }
  }
  const died = byHand(demo, sales, fullOfZombiesSince(demo) - 30 * second)
  const totals = holdOpen(demo, died, 7 * second)
  totals.diesAt = totals.at + 11 * minute
  const waiting = playRun(demo, byHand(demo, sales, demo.now - 75 * minute), {
    outcome: 'stuck',
    fatal: 0,
    message: '',
  })
  return [features, totals, ...waiting]
}

const featureStore = 'build-feature-store/every-8h'
const sales = 'aggregate-sales/twice-daily'

function byHand(demo: Demo, name: string, at: number): RunOptions {
  const deployment = named(demo.deployments, name)
  return { flow: deployment.flow, deployment, origin: { kind: 'deployment' }, at }
}
