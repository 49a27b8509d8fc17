import type { DemoRandom } from '../../src-main/demo/random.ts'
import type { StateType, Step } from '../../src-main/demo/states.ts'
import { day, hour, minute, second } from '../../src-main/demo/times.ts'

/** Which of the runs is meant, of how many. */
export interface RunNumber {
  index: number
  runs: number
}

/** When a run is expected: over a year up to `now`, one of five at the full hour; the last 3 % ahead. */
export function expectedTime({ index, runs }: RunNumber, now: number, random: DemoRandom): number {
  const share = index / runs
  if (share >= aheadFrom) return now + ((share - aheadFrom) / (1 - aheadFrom)) * 7 * day
  const at = now - 365 * day + (share / aheadFrom) * 365 * day + random.fraction() * second
  return random.chance(0.2) ? Math.floor(at / hour) * hour : Math.floor(at)
}

const aheadFrom = 0.97
const underWayFrom = 0.965

/** A flow, as far as the state of its runs needs it. */
export interface RunSource {
  /** The part of its runs that fails. */
  failing: number
  /** Only the busiest flow's runs wait for a person: a state that is common, and in one flow alone. */
  busiest: boolean
}

/** The state a run is in. `CANCELLING` is next to nowhere: in three runs, however many there are. */
export function stateTypeOf(number: RunNumber, source: RunSource, random: DemoRandom): StateType {
  const share = number.index / number.runs
  if (share >= aheadFrom) return 'SCHEDULED'
  if (share >= underWayFrom) return random.pick(['RUNNING', 'PENDING', 'SCHEDULED'])
  if (number.index % Math.floor(number.runs / 3) === 100) return 'CANCELLING'
  if (source.busiest && random.chance(0.1)) return 'PAUSED'
  const draw = random.fraction()
  if (draw < source.failing) return 'FAILED'
  if (draw > 0.99) return 'CRASHED'
  return draw > 0.97 ? 'CANCELLED' : 'COMPLETED'
}

/** The name of a state, where it is not the type's. */
function stateNameOf(type: StateType, random: DemoRandom): { name?: string } {
  if (type === 'FAILED' && random.chance(0.2)) return { name: 'TimedOut' }
  if (type === 'COMPLETED' && random.chance(0.0003)) return { name: 'RolledBack' }
  if (type === 'SCHEDULED' && random.chance(0.1)) return { name: 'Late' }
  return {}
}

/** How long a run runs: most some minutes, one of fifty for hours. */
function duration(random: DemoRandom): number {
  const longest = random.chance(0.02) ? 6 * hour : 10 * minute
  return second + Math.floor(random.fraction() ** 2 * longest)
}

/** The states a run went through to the one it is in. */
export function stepsOf(type: StateType, expected: number, random: DemoRandom): Step[] {
  const created = expected - random.int(0, 1) * hour
  const name = stateNameOf(type, random)
  const scheduled = { type: 'SCHEDULED', at: created, scheduledTime: expected } as const
  if (type === 'SCHEDULED') return [{ ...scheduled, ...name }]
  const pending = { type: 'PENDING', at: expected + 80_000, scheduledTime: expected } as const
  if (type === 'PENDING') return [scheduled, pending]
  const running = { type: 'RUNNING', at: expected + 2 * second + 4321 } as const
  if (type === 'RUNNING') return [scheduled, pending, running]
  return [scheduled, pending, running, { type, ...name, at: running.at + duration(random) }]
}
