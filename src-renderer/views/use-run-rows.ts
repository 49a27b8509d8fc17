import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { runSortColumn, type RunSortColumn } from '../../src-shared/contract/schemas/run-row.ts'
import type { RunRow } from '../../src-shared/contract/schemas/run-row.ts'
import { useApi } from '../api/api-context.tsx'
import { useStatementsOf } from '../api/statements.ts'
import type { Rows } from '../components/data-table/table-rows.ts'
import { usePagedRows } from '../components/data-table/use-paged-rows.ts'
import { withBase, type BaseFilter } from '../lib/base-filter.ts'
import { inlinedSql } from '../lib/inlined-sql.ts'
import { count, counted } from '../lib/numbers.ts'
import type { View } from '../lib/view-search.ts'

const pageSize = 100

/** The runs that a view shows, page by page. */
export interface RunRows {
  /** Undefined until the first page is read. */
  rows: Rows<RunRow> | undefined
  /** "5,000 runs", "10,000+ runs"; undefined while they are counted. */
  count: string | undefined
  sort: { column: RunSortColumn; descending: boolean }
  error: Error | null
  /** The statements of the first page. */
  sql: string
}

/** The runs that have a meaning as a column to sort by; the latest first where the view says nothing. */
function sortOf({ sort }: View): RunRows['sort'] {
  const column = runSortColumn.safeParse(sort?.column)
  if (!sort || !column.success) return { column: 'start', descending: true }
  return { column: column.data, descending: sort.descending }
}

function useRunCount(asked: Asked): {
  data: { count: number; isExact: boolean } | undefined
  error: Error | null
} {
  const { runRows } = useApi()
  const first = useQuery({ ...runRows.countRunRows(asked), placeholderData: keepPreviousData })
  // The scroll bar wants them all; the screen does not wait for it.
  const all = useQuery({
    ...runRows.countRunRows({ ...asked, most: null }),
    placeholderData: keepPreviousData,
    enabled: first.data?.isExact === false,
  })
  const exact = first.data?.isExact === false && !all.isPlaceholderData ? all.data : undefined
  return { data: exact ?? first.data, error: first.error }
}

interface Asked {
  filters: BaseFilter
  labels: View['labels']
}

/** Reads the runs of a view, with the page's own conditions. */
export function useRunRows(view: View, base?: BaseFilter): RunRows {
  const { runRows } = useApi()
  const { filter, labels } = view
  const asked = useMemo<Asked>(
    () => ({ filters: withBase(filter, base), labels }),
    [filter, base, labels],
  )
  const sort = sortOf(view)
  const counting = useRunCount(asked)
  const paged = usePagedRows({
    view: JSON.stringify([asked, sort]),
    count: counting.data?.count,
    isExact: counting.data?.isExact ?? false,
    pageSize,
    fetchPage: (offset, limit) => runRows.readRunRows({ ...asked, sort, offset, limit }),
  })
  const first = runRows.readRunRows({ ...asked, sort, offset: 0, limit: pageSize })
  const ran = useStatementsOf([first])
  const sql = useMemo(
    () => ran.flatMap(({ statements }) => statements.map(inlinedSql)).join(';\n\n'),
    [ran],
  )
  return {
    rows: paged.rows,
    count: counting.data && words(counting.data),
    sort,
    error: counting.error ?? paged.error,
    sql,
  }
}

function words({ count: number, isExact }: { count: number; isExact: boolean }): string {
  return isExact ? counted(number, 'run') : `${count(number)}+ runs`
}
