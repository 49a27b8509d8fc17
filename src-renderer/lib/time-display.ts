import { createContext, useContext } from 'react'

/** How times are shown: as "4 min ago", or exactly. */
export type TimeDisplay = 'relative' | 'absolute'

/** How the components below show times. */
export const TimeDisplayContext = createContext<TimeDisplay>('relative')

/** How times are shown here. */
export function useTimeDisplay(): TimeDisplay {
  return useContext(TimeDisplayContext)
}

/** The width that a column of times needs, in pixels. */
export function momentWidth(display: TimeDisplay, relative = 88): number {
  return display === 'absolute' ? 150 : relative
}
