import { useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import {
  defaultPreferences,
  type Preferences,
  type TableLayout,
} from '../../src-shared/contract/schemas/preferences.ts'
import { useApi } from './api-context.tsx'

/** How the user wants Sluice to look, and a way to change it. */
export function usePreferences(): [Preferences, (change: Partial<Preferences>) => void] {
  const api = useApi()
  const kept = useQuery(api.app.preferences({})).data ?? defaultPreferences
  // What was just chosen shows at once; the host keeps it meanwhile.
  const [chosen, setChosen] = useState<Partial<Preferences>>({})
  const { mutate } = useMutation(api.app.changePreferences())
  const change = useCallback(
    (next: Partial<Preferences>) => {
      setChosen((before) => ({ ...before, ...next }))
      mutate(next)
    },
    [mutate],
  )
  return [useMemo(() => ({ ...kept, ...chosen }), [kept, chosen]), change]
}

const asAtFirst: TableLayout = { hidden: [], widths: {} }

/** How one table's columns are shown, and a way to change it. */
export function useTableLayout(table: string): [TableLayout, (layout: TableLayout) => void] {
  const [{ tables }, change] = usePreferences()
  const setLayout = useCallback(
    (layout: TableLayout) => change({ tables: { ...tables, [table]: layout } }),
    [change, table, tables],
  )
  return [tables[table] ?? asAtFirst, setLayout]
}
