import type { ReactNode } from 'react'
import { usePreferences } from '../api/use-preferences.ts'
import { TimeDisplayContext } from '../lib/time-display.ts'

/** Has everything below show times as the user wants them. */
export function TimeDisplayProvider({ children }: { children: ReactNode }): ReactNode {
  const [{ times }] = usePreferences()
  return <TimeDisplayContext value={times}>{children}</TimeDisplayContext>
}
