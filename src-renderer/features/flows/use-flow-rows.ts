import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { useStatementsOf } from '../../api/statements.ts'
import { allRows, type AllRows } from '../../components/data-table/table-rows.ts'
import { stripDays } from '../../components/history-strip.tsx'
import { inlinedSql } from '../../lib/inlined-sql.ts'
import { minutesEast } from '../../lib/time.ts'
import type { View } from '../../lib/view-search.ts'
import { flowTableRows, type FlowFigures, type FlowTableRow } from './flow-table-row.ts'

/** The flows that a view shows. */
export interface FlowRows {
  /** Undefined until they are read. */
  rows: AllRows<FlowTableRow> | undefined
  error: Error | null
  sql: string
}

/** Reads the figures whose columns are wanted; each of them is a pass over all runs. */
function useFlowFigures(wanted: ReadonlySet<string>): FlowFigures & { error: Error | null } {
  const { flowStatistics } = useApi()
  const statistics = useQuery(flowStatistics.readFlowStatistics({}))
  const durations = useQuery({
    ...flowStatistics.readFlowDurations({}),
    enabled: wanted.has('duration'),
  })
  const histories = useQuery({
    ...flowStatistics.readFlowHistories({ days: stripDays, minutesEast: minutesEast() }),
    enabled: wanted.has('history'),
  })
  const relations = useQuery({
    ...flowStatistics.readFlowRelations({}),
    enabled: wanted.has('parents') || wanted.has('children'),
  })
  const all = [statistics, durations, histories, relations]
  return {
    statistics: statistics.data,
    durations: durations.data,
    histories: histories.data,
    relations: relations.data,
    error: all.find(({ error }) => error)?.error ?? null,
  }
}

/**
 * Reads the flows of a view and their figures.
 *
 * @param wanted - the ids of the columns whose figures are needed.
 */
export function useFlowRows(view: View, wanted: ReadonlySet<string>): FlowRows {
  const { flowRows } = useApi()
  const { filter, labels, neverRan = false } = view
  const asked = flowRows.readFlowRows({ filters: filter, labels, neverRan })
  const flows = useQuery({ ...asked, placeholderData: keepPreviousData })
  const { statistics, durations, histories, relations, error } = useFlowFigures(wanted)
  const rows = useMemo(() => {
    if (!flows.data) return undefined
    return allRows(flowTableRows(flows.data, { statistics, durations, histories, relations }))
  }, [flows.data, statistics, durations, histories, relations])
  const ran = useStatementsOf([asked])
  const sql = useMemo(
    () => ran.flatMap(({ statements }) => statements.map(inlinedSql)).join(';\n\n'),
    [ran],
  )
  return { rows, error: flows.error ?? error, sql }
}
