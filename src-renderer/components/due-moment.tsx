import type { ReactNode } from 'react'
import { lateness, relativeTime } from '../lib/time.ts'
import { useNow } from '../lib/use-now.ts'
import { Moment } from './moment.tsx'
import { Nothing } from './nothing.tsx'

/** When something is to happen; in the colour of a warning once that is past: "4 min late". */
export function DueMoment({ at }: { at: string | null }): ReactNode {
  const now = useNow()
  if (at === null) return <Nothing />
  const isLate = Date.parse(at) < now
  return (
    <span style={isLate ? { color: 'var(--sl-warning)' } : undefined}>
      <Moment at={at} say={isLate ? lateness : relativeTime} />
    </span>
  )
}
