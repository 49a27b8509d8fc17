import { memo, useId, type ReactNode } from 'react'
import { countMarks, labelledBars, labelledHours } from '../../lib/chart/axis.ts'
import type { Bar, BarUnit } from '../../lib/chart/bars.ts'
import { layersOf } from '../../lib/chart/stack.ts'
import { barMark, hourOfDay } from '../../lib/chart/time-labels.ts'
import { count } from '../../lib/numbers.ts'
import { gutter, plotHeight, type ChartPlace } from './chart-place.ts'
import classes from './run-chart.module.css'
import { fillOf, StatePatterns } from './state-patterns.tsx'

/** A time below the bars needs so many pixels. */
const markRoom = 72
/** Half of what its text takes: it must not leave the chart. */
const halfMark = 20

/** The bars and the axes, drawn anew only when the runs or the room change. */
export const ChartBars = memo(function ChartBars(props: {
  bars: readonly Bar[]
  place: ChartPlace
  unit: BarUnit
  minutesEast: number
}): ReactNode {
  const { bars, place, unit, minutesEast } = props
  const id = useId()
  const marks = countMarks(Math.max(0, ...bars.map(({ total }) => total)))
  const most = marks.at(-1) ?? 1
  const room = { bar: place.bar, text: markRoom }
  const labelled =
    unit === 'hour'
      ? labelledHours(
          bars.map(({ from }) => hourOfDay(from, minutesEast)),
          room,
        )
      : labelledBars(bars.length, room)
  const y = (value: number): number => plotHeight - (value / most) * plotHeight
  return (
    <>
      <defs>
        <StatePatterns id={id} />
      </defs>
      {marks.map((mark) => (
        <g key={mark}>
          <line
            x1={gutter}
            x2={place.width}
            y1={y(mark) + 0.5}
            y2={y(mark) + 0.5}
            className={classes['line']}
          />
          <text x={gutter - 8} y={y(mark) + 4} textAnchor="end" className={classes['mark']}>
            {count(mark)}
          </text>
        </g>
      ))}
      {bars.map((bar, index) =>
        layersOf(bar.counts, { most, height: plotHeight }).map(({ state, bottom, height }) => (
          <rect
            key={`${bar.from} ${state}`}
            x={place.left(index) + place.gap / 2}
            width={Math.max(1, place.bar - place.gap)}
            y={plotHeight - bottom - height}
            height={height}
            style={{ fill: fillOf(state, id) }}
          />
        )),
      )}
      {labelled.map((index) => {
        const bar = bars[index]
        return (
          bar && (
            <text
              key={bar.from}
              x={Math.min(place.left(index) + place.bar / 2, place.width - halfMark)}
              y={plotHeight + 15}
              textAnchor="middle"
              className={classes['mark']}
            >
              {barMark(bar, { unit, minutesEast })}
            </text>
          )
        )
      })}
    </>
  )
})
