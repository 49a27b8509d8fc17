import { named } from '../demo.ts'
import type { Demo } from '../demo.ts'
import type { RunOptions, RunScript } from '../run-script.ts'
import { minute, second } from '../times.ts'
import { holdOpen } from './hold-open.ts'

/**
 * Limits without fault, in use by runs that live: `tag:browser` (2 of 3), the global limit
 * `reporting-db` (1 of 4) and the rate limit `crm-api`, which empties by itself.
 */
export function healthyLimits(demo: Demo): RunScript[] {
  const { now } = demo
  const limited = holdOpen(demo, byHand(demo, crm, now - 4 * minute), 5 * second)
  const pull = limited.tasks.at(-1)
  // Six pages at once, so that there is something to see for two hours.
  if (pull?.hold !== undefined) pull.hold = { ...pull.hold, slots: 360 }
  return [
    limited,
    holdOpen(demo, byHand(demo, prices, now - 6 * minute), 8 * second),
    holdOpen(demo, byHand(demo, prices, now - 3 * minute), 4 * second),
    holdOpen(demo, byHand(demo, dashboards, now - 100 * second), second),
  ]
}

const crm = 'sync-crm-contacts/every-2h'
const prices = 'scrape-competitor-prices/every-4h'
const dashboards = 'refresh-dashboards/office-hours'

function byHand(demo: Demo, name: string, at: number): RunOptions {
  const deployment = named(demo.deployments, name)
  return { flow: deployment.flow, deployment, origin: { kind: 'deployment' }, at }
}
