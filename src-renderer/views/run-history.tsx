import { Button, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useApi } from '../api/api-context.tsx'
import { ChartLegend } from '../components/run-chart/chart-legend.tsx'
import { RunChart } from '../components/run-chart/run-chart.tsx'
import { withBase, type BaseFilter } from '../lib/base-filter.ts'
import { askedUnit, stateSums, wholeSpan, type HistoryCount, type Span } from '../lib/chart/bars.ts'
import {
  askedSpan,
  historySpan,
  historySpans,
  momentText,
  startSpan,
  withStartSpan,
  type HistorySpan,
} from '../lib/chart/history-span.ts'
import { spanTime } from '../lib/chart/time-labels.ts'
import { groupsOf } from '../lib/filter-body.ts'
import { minutesEast } from '../lib/time.ts'
import { useToday } from '../lib/use-today.ts'
import { toSearch, type View } from '../lib/view-search.ts'
import classes from './run-history.module.css'
import { useView } from './use-view.ts'

/** A history as it was read last, with the time that it is of. */
interface History {
  data: readonly HistoryCount[] | undefined
  counts: readonly HistoryCount[]
  span: Span
}

/** The history of a view's runs; while another time is read, the one before stays. */
function useHistory(asked: {
  view: View
  base: BaseFilter
  span: HistorySpan
  east: number
  now: number
}): { history: History; error: Error | null } {
  const { view, base, span: chosen, east, now } = asked
  const { runRows } = useApi()
  const span = askedSpan({
    span: chosen,
    zoom: startSpan(view.filter),
    now,
    minutesEast: east,
  })
  const { data, error, isPlaceholderData } = useQuery({
    ...runRows.readRunHistory({
      filters: withBase(view.filter, base),
      labels: view.labels,
      from: momentText(span.from),
      before: momentText(span.before),
      unit: askedUnit(span),
      minutesEast: east,
    }),
    placeholderData: keepPreviousData,
  })
  const [history, setHistory] = useState<History>({
    data: undefined,
    counts: [],
    span: wholeSpan(span, [], east),
  })
  if (data && !isPlaceholderData && data !== history.data) {
    setHistory({ data, counts: data, span: wholeSpan(span, data, east) })
  }
  return { history, error }
}

/**
 * The history of the runs that the view in the address shows: runs by day and state. A span chosen in
 * it becomes a part of the view's filter, which the table below follows.
 */
export function RunHistory(props: {
  /** What the page asks of every run. */
  base: BaseFilter
  /** Whose runs, for those who hear it. */
  label: string
}): ReactNode {
  const { base, label } = props
  const { view, setFilter } = useView(groupsOf.runs)
  const navigate = useNavigate()
  const chosen = historySpan(useSearch({ strict: false }).span)
  const now = useToday()
  const east = minutesEast(new Date(now))
  const { history, error } = useHistory({ view, base, span: chosen, east, now })
  const isZoomed = startSpan(view.filter) !== null
  const zoom = (span: Span | null): void => setFilter(withStartSpan(view.filter, span))
  const showDays = (span: string): void => {
    const { filter } = toSearch({ ...view, filter: withStartSpan(view.filter, null) })
    void navigate({ to: '.', search: ((before: object) => ({ ...before, filter, span })) as never })
  }
  return (
    <section className={classes['history']} aria-label="History">
      <div className={classes['line']}>
        <SegmentedControl
          size="xs"
          aria-label="Days shown"
          className={classes['spans'] ?? ''}
          data={historySpans.map(({ id, words }) => ({ value: id, label: words }))}
          value={isZoomed ? '' : chosen}
          onChange={showDays}
        />
        {isZoomed && (
          <span className={classes['zoom']}>
            Started {spanTime(history.span, east)}
            <Button variant="subtle" size="compact-xs" onClick={() => zoom(null)}>
              Show all days
            </Button>
          </span>
        )}
        {error && <span role="alert">The history could not be read: {error.message}</span>}
        <ChartLegend counts={stateSums(history.counts)} />
      </div>
      <RunChart
        label={label}
        counts={history.counts}
        span={history.span}
        minutesEast={east}
        onZoom={zoom}
        onZoomOut={isZoomed ? () => zoom(null) : undefined}
      />
    </section>
  )
}
