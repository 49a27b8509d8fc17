import { useCallback } from 'react'
import { layoutAsAtFirst, type TableLayout } from '../../src-shared/contract/schemas/preferences.ts'
import { useDatabaseSettings } from './use-database-settings.ts'

/** How one table's columns are shown, kept per database, and a way to change it. */
export function useTableLayout(table: string): [TableLayout, (layout: TableLayout) => void] {
  const [{ tables }, change] = useDatabaseSettings()
  const setLayout = useCallback(
    (layout: TableLayout) => change({ tables: { [table]: layout } }),
    [change, table],
  )
  return [tables[table] ?? layoutAsAtFirst, setLayout]
}
