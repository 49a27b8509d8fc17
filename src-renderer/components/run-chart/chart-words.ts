import type { BarRange } from '../../lib/chart/bar-cursor.ts'
import type { Bar, BarUnit, Span } from '../../lib/chart/bars.ts'
import { totals } from '../../lib/chart/bars.ts'
import { stackOrder } from '../../lib/chart/stack.ts'
import { barTime, spanTime } from '../../lib/chart/time-labels.ts'
import { count, counted } from '../../lib/numbers.ts'
import { stateLook } from '../../lib/states.ts'

/** The time that a range of bars takes. */
export function spanOf(bars: readonly Bar[], { first, last }: BarRange): Span | null {
  const [start, end] = [bars[first], bars[last]]
  return start && end ? { from: start.from, before: end.before } : null
}

/** What a chart's cursor says: "Fri, Nov 20, 2026: 12 runs, 10 Completed, 2 Failed". */
export function rangeWords(
  bars: readonly Bar[],
  { first, last }: BarRange,
  clock: { unit: BarUnit; minutesEast: number },
): { time: string; runs: string; states: [state: string, count: string][] } {
  const span = spanOf(bars, { first, last })
  const counts = totals(bars.slice(first, last + 1))
  const sum = Object.values(counts).reduce((total, one) => total + one, 0)
  const time = !span
    ? ''
    : first === last
      ? barTime(span, clock)
      : spanTime(span, clock.minutesEast)
  return {
    time,
    runs: sum === 0 ? 'no runs' : counted(sum, 'run'),
    states: stackOrder(counts)
      .toReversed()
      .map((state) => [state, count(counts[state] ?? 0)]),
  }
}

/** {@link rangeWords} as one sentence, for those who hear it. */
export function rangeSentence(words: ReturnType<typeof rangeWords>): string {
  const states = words.states.map(([state, number]) => `${number} ${stateLook(state).word}`)
  return `${words.time}: ${[words.runs, ...states].join(', ')}`
}
