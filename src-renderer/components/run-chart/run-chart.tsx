import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useMemo, useRef, type ReactNode } from 'react'
import { barsOf, barUnit, type HistoryCount, type Span } from '../../lib/chart/bars.ts'
import { ChartBars } from './chart-bars.tsx'
import { axisHeight, gutter, narrowestBar, placeBars, plotHeight } from './chart-place.ts'
import { ChartTip } from './chart-tip.tsx'
import { rangeSentence, rangeWords, spanOf } from './chart-words.ts'
import classes from './run-chart.module.css'
import { useBarCursor } from './use-bar-cursor.ts'

/**
 * Runs over time, a bar for each hour, day, week or month, stacked by state. The cursor goes over
 * the bars by pointer or arrow keys; a click, a drag, or Shift with an arrow and then Enter chooses a
 * span of time.
 */
export function RunChart(props: {
  /** What is counted, for those who hear it: "Runs of etl". */
  label: string
  counts: readonly HistoryCount[]
  span: Span
  /** Of the clock whose days are meant, from UTC. */
  minutesEast: number
  onZoom: (span: Span) => void
  /** Escape; unset where all is shown already. */
  onZoomOut?: (() => void) | undefined
}): ReactNode {
  const { label, counts, span, minutesEast, onZoom, onZoomOut } = props
  const { ref: sizeRef, width } = useElementSize()
  const own = useRef<HTMLDivElement>(null)
  const ref = useMergedRef(sizeRef, own)
  const unit = barUnit(span, Math.max(1, Math.floor((width - gutter) / narrowestBar)))
  const bars = useMemo(
    () => barsOf({ counts, span, unit, minutesEast }),
    [counts, span, unit, minutesEast],
  )
  const place = useMemo(() => placeBars(width, bars.length), [width, bars.length])
  const cursor = useBarCursor({
    count: bars.length,
    barAt: (clientX) => {
      const left = own.current?.getBoundingClientRect().left ?? 0
      return Math.floor((clientX - left - gutter) / place.bar)
    },
    onChoose: (range) => {
      const chosen = spanOf(bars, range)
      // Nothing to see in an empty bar, and nothing new in all that is shown.
      const isEmpty = range.first === range.last && bars[range.first]?.total === 0
      const isAll = chosen?.from === span.from && chosen.before === span.before
      if (chosen && !isEmpty && !isAll) onZoom(chosen)
    },
    onLeave: onZoomOut,
  })
  const clock = { unit, minutesEast }
  const pointed = cursor.range
  const words = rangeWords(bars, pointed ?? { first: cursor.at, last: cursor.at }, clock)
  const start = place.left(pointed?.first ?? 0)
  const end = place.left((pointed?.last ?? 0) + 1)
  return (
    <div
      ref={ref}
      className={classes['chart']}
      role="slider"
      aria-label={label}
      aria-description={`A bar is a ${unit}. Arrow keys move over the bars, with Shift they choose a span, Enter shows its runs.`}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={Math.max(1, bars.length)}
      aria-valuenow={cursor.at + 1}
      aria-valuetext={rangeSentence(words)}
      tabIndex={0}
      {...cursor.handlers}
    >
      {width > 0 && (
        <svg width={width} height={plotHeight + axisHeight} aria-hidden focusable={false}>
          {pointed && (
            <rect x={start} width={end - start} height={plotHeight} className={classes['cursor']} />
          )}
          <ChartBars bars={bars} place={place} unit={unit} minutesEast={minutesEast} />
          {pointed && pointed.first !== pointed.last && (
            <LeftOut start={start} end={end} width={width} />
          )}
        </svg>
      )}
      {pointed && width > 0 && <ChartTip words={words} start={start} end={end} width={width} />}
    </div>
  )
}

/** What a span that is being chosen leaves out steps back. */
function LeftOut(props: { start: number; end: number; width: number }): ReactNode {
  const { start, end, width } = props
  const shape = { height: plotHeight, className: classes['leftOut'] }
  return (
    <>
      <rect x={gutter} width={Math.max(0, start - gutter)} {...shape} />
      <rect x={end} width={Math.max(0, width - end)} {...shape} />
    </>
  )
}
