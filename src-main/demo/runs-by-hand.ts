import { named } from './demo.ts'
import type { Demo, DemoFlow } from './demo.ts'
import { history, ordinaryRun } from './planned-runs.ts'
import type { PlannedRun } from './planned-runs.ts'
import { day, hour, minute } from './times.ts'

/** How busy each hour of a working day is. */
const hours = [1, 0, 0, 0, 0, 1, 2, 6, 14, 18, 20, 16, 9, 15, 20, 19, 16, 11, 6, 4, 3, 3, 2, 1]
const busiest = Math.max(...hours)

/** This many runs that somebody started, by a script or from a deployment, in working hours. */
export function runsByHand(demo: Demo, count: number): PlannedRun[] {
  return Array.from({ length: count }, () => {
    const { random } = demo
    const flow = pickFlow(demo)
    const at = pickTime(demo)
    const deployed = flow.spec.name === 'process-uploads' && random.chance(0.6)
    return ordinaryRun(demo, {
      flow,
      deployment: deployed ? named(demo.deployments, 'process-uploads/on-demand') : undefined,
      origin: { kind: deployed ? 'deployment' : 'direct' },
      at,
      tags: !deployed && random.chance(0.1) ? ['debug'] : [],
    })
  })
}

function pickFlow(demo: Demo): DemoFlow {
  const flows = [...demo.flows.values()]
  const total = flows.reduce((sum, { spec }) => sum + (spec.byHand ?? 0), 0)
  let left = demo.random.fraction() * total
  for (const flow of flows) {
    left -= flow.spec.byHand ?? 0
    if (left < 0) return flow
  }
  return named(demo.flows, 'hello-world')
}

function pickTime({ random, now }: Demo): number {
  // Nothing of the last half hour: what runs now is planted.
  const span = (history - 30 * minute) / 1_000
  for (;;) {
    const at = now - 30 * minute - Math.floor(random.fraction() * span) * 1_000
    const weekDay = new Date(at / 1000).getUTCDay()
    const weekend = weekDay === 0 || weekDay === 6
    const busy = (hours[Math.floor((at % day) / hour)] ?? 0) / busiest
    if (random.chance(busy * (weekend ? 0.12 : 1))) return at
  }
}
