import { Tooltip } from '@mantine/core'
import { useMemo, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { historyBars, lastDays, type DayRuns, type HistoryBar } from '../lib/history-bars.ts'
import { count, counted } from '../lib/numbers.ts'
import { inStateOrder, stateLook } from '../lib/states.ts'
import { dayWords } from '../lib/time.ts'
import { useToday } from '../lib/use-today.ts'
import classes from './history-strip.module.css'

/** In pixels: what a day takes, and its bar of that. */
const dayWidth = 4
const barWidth = 3
const height = 22

/** How many days the strip shows. */
export const stripDays = 30

/** The width of a strip, in pixels. */
export const stripWidth = stripDays * dayWidth

/** What a strip shows and does. */
export interface HistoryStripProps {
  history: readonly DayRuns[]
  /** A click on a day. */
  onPick?: ((day: string) => void) | undefined
  /** False outside a table, where it is reached by Tab and walked by the arrows. */
  inCell?: boolean
}

/** The runs of the last days: a bar a day, stacked by state. The pointer names day and counts. */
export function HistoryStrip({ history, onPick, inCell = true }: HistoryStripProps): ReactNode {
  const today = useToday()
  const bars = useMemo(
    () => historyBars(lastDays(today, stripDays), history, height),
    [history, today],
  )
  const [at, setAt] = useState<number | null>(null)
  const bar = at === null ? undefined : bars[at]
  const pick = (index: number): void => {
    const picked = bars[index]
    if (picked && picked.total > 0) onPick?.(picked.day)
  }
  const drawing = <Bars bars={bars} at={at} />
  const pointing = {
    onMouseMove: (event: MouseEvent) => setAt(dayUnder(event)),
    onMouseLeave: () => setAt(null),
    onClick: (event: MouseEvent) => {
      if (!onPick) return
      event.stopPropagation()
      pick(dayUnder(event))
    },
  }
  return (
    <Tooltip.Floating label={bar ? <DayLabel bar={bar} /> : ''} disabled={!bar}>
      {inCell ? (
        <span role="img" aria-label={summary(bars)} className={classes['strip']} {...pointing}>
          {drawing}
        </span>
      ) : (
        <span
          role="slider"
          tabIndex={0}
          aria-label={`${summary(bars)}; arrows move over the days, Enter shows a day's runs`}
          aria-valuemin={0}
          aria-valuemax={stripDays - 1}
          aria-valuenow={at ?? stripDays - 1}
          aria-valuetext={dayText(bars[at ?? stripDays - 1])}
          className={classes['strip']}
          onKeyDown={(event: KeyboardEvent) => {
            const next = nextDay(event.key, at)
            if (next !== null) setAt(next)
            else if (event.key === 'Enter' && at !== null) pick(at)
            else return
            event.preventDefault()
          }}
          onBlur={() => setAt(null)}
          {...pointing}
        >
          {drawing}
          <span className={classes['day']}>{bar && dayText(bar)}</span>
        </span>
      )}
    </Tooltip.Floating>
  )
}

function dayUnder(event: MouseEvent): number {
  const svg = event.currentTarget.querySelector('svg')
  const left = svg?.getBoundingClientRect().left ?? 0
  return Math.max(0, Math.min(stripDays - 1, Math.floor((event.clientX - left) / dayWidth)))
}

function nextDay(key: string, at: number | null): number | null {
  const last = stripDays - 1
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key === 'ArrowLeft') return Math.max(0, (at ?? stripDays) - 1)
  if (key === 'ArrowRight') return at === null ? last : Math.min(last, at + 1)
  return null
}

function Bars({ bars, at }: { bars: readonly HistoryBar[]; at: number | null }): ReactNode {
  return (
    <svg width={stripWidth} height={height} aria-hidden>
      {at !== null && (
        <rect
          x={at * dayWidth - 0.5}
          width={dayWidth}
          height={height}
          fill="var(--sl-line-strong)"
          opacity={0.5}
        />
      )}
      <path
        d={`M0 ${height - 0.5}H${stripWidth}`}
        stroke="var(--sl-line)"
        shapeRendering="crispEdges"
      />
      {[...pathsOf(bars)].map(([type, path]) => (
        <path key={type} d={path} fill={stateLook(type).color} />
      ))}
    </svg>
  )
}

/** One path a state: a table draws hundreds of bars. */
function pathsOf(bars: readonly HistoryBar[]): Map<string, string> {
  const paths = new Map<string, string>()
  for (const [index, { parts }] of bars.entries()) {
    for (const { type, y, height: part } of parts) {
      const rect = `M${index * dayWidth} ${y.toFixed(2)}h${barWidth}v${part.toFixed(2)}h-${barWidth}z`
      paths.set(type, (paths.get(type) ?? '') + rect)
    }
  }
  return paths
}

function countsText(runs: DayRuns['runs']): string {
  return inStateOrder(runs)
    .map(([type, number]) => `${count(number)} ${stateLook(type).word}`)
    .join(', ')
}

function dayText(bar: HistoryBar | undefined): string {
  if (!bar) return ''
  return `${dayWords(bar.day)}: ${bar.total === 0 ? 'no runs' : countsText(bar.runs)}`
}

function summary(bars: readonly HistoryBar[]): string {
  const total = bars.reduce((sum, bar) => sum + bar.total, 0)
  return `${counted(total, 'run')} in ${stripDays} days`
}

function DayLabel({ bar }: { bar: HistoryBar }): ReactNode {
  return (
    <>
      <div>{dayWords(bar.day)}</div>
      {bar.total === 0 ? (
        <div>No runs</div>
      ) : (
        inStateOrder(bar.runs).map(([type, number]) => (
          <div key={type}>
            {count(number)} {stateLook(type).word}
          </div>
        ))
      )}
    </>
  )
}
