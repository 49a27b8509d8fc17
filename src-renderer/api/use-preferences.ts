import { useCallback } from 'react'
import {
  defaultPreferences,
  type Preferences,
} from '../../src-shared/contract/schemas/preferences.ts'
import { useApi } from './api-context.tsx'
import { useOptimistic } from './use-optimistic.ts'

function merge(before: Preferences, change: Partial<Preferences>): Preferences {
  return { ...before, ...change, panels: { ...before.panels, ...change.panels } }
}

/** How the user wants Sluice to look, and a way to change it; what was chosen shows at once. */
export function usePreferences(): [Preferences, (change: Partial<Preferences>) => void] {
  const { app } = useApi()
  const [preferences, change] = useOptimistic<Preferences, Partial<Preferences>>({
    query: app.preferences({}),
    send: app.changePreferences().mutationFn,
    merge,
    owner: '',
  })
  return [preferences ?? defaultPreferences, change]
}

/** The width of a side panel in pixels, undefined where the user set none, and a way to set it. */
export function usePanelWidth(panel: string): [number | undefined, (width: number) => void] {
  const [{ panels }, change] = usePreferences()
  const setWidth = useCallback(
    (width: number) => change({ panels: { [panel]: width } }),
    [change, panel],
  )
  return [panels[panel], setWidth]
}
