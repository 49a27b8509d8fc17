import { useCallback, useMemo } from 'react'
import type { TableLayout } from '../../src-shared/contract/schemas/preferences.ts'
import { useTableLayout } from '../api/use-table-layout.ts'
import type { ViewHandle } from './use-view.ts'

/**
 * How a table's columns are shown: those that the address names, or else those that were chosen last
 * for this database. What the user changes goes into both.
 */
export function useViewLayout(
  table: string,
  { view, setColumns }: Pick<ViewHandle, 'view' | 'setColumns'>,
): [TableLayout, (layout: TableLayout) => void] {
  const [kept, keep] = useTableLayout(table)
  const named = view.columns
  const layout = useMemo(() => (named ? { ...kept, columns: named } : kept), [kept, named])
  const change = useCallback(
    (next: TableLayout) => {
      // A width that is dragged in a view that came as a link must not make its columns one's own.
      const isSame = JSON.stringify(next.columns) === JSON.stringify(layout.columns)
      keep(isSame ? { ...next, columns: kept.columns } : next)
      if (!isSame) setColumns(next.columns ?? undefined)
    },
    [keep, kept, layout, setColumns],
  )
  return [layout, change]
}
