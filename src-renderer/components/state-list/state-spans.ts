import type { StoredState } from '../../../src-shared/contract/schemas/run-page.ts'
import { isFinal } from '../../lib/timeline-rows.ts'

/** A state, and how long it lasted. */
export interface StateSpan {
  state: StoredState
  /** In seconds, until the next state or else now; null where it lasts for good, or that cannot be told. */
  seconds: number | null
  /** It is the one the run is in. */
  isLast: boolean
}

/** How long each state lasted, the first one first. */
export function stateSpans(states: readonly StoredState[], now: number): StateSpan[] {
  return states.map((state, index) => {
    const next = states[index + 1]
    const isLast = next === undefined
    const begin = state.timestamp === null ? NaN : Date.parse(state.timestamp)
    const end = isLast ? (isFinal(state.type) ? NaN : now) : Date.parse(next.timestamp ?? '')
    const seconds = (end - begin) / 1000
    return { state, isLast, seconds: Number.isNaN(seconds) ? null : Math.max(0, seconds) }
  })
}

/** A state's part of the time between the first and the last moment: a segment of a strip. */
export interface StripPart {
  state: StoredState
  seconds: number
  /** 0 to 1; all parts together make 1. */
  share: number
}

/**
 * The states that took time, as parts of a strip. The square root of the time counts, so that a
 * second beside an hour is still seen.
 */
export function stripParts(spans: readonly StateSpan[]): StripPart[] {
  const timed = spans.flatMap(({ state, seconds }) =>
    seconds !== null && seconds > 0 ? [{ state, seconds }] : [],
  )
  const whole = timed.reduce((sum, { seconds }) => sum + Math.sqrt(seconds), 0)
  return timed.map(({ state, seconds }) => ({ state, seconds, share: Math.sqrt(seconds) / whole }))
}
