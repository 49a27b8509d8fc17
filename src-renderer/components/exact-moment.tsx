import type { ReactNode } from 'react'
import { useTimeDisplay } from '../lib/time-display.ts'
import { exactTime, storedTime } from '../lib/time.ts'
import { Moment } from './moment.tsx'
import { Nothing } from './nothing.tsx'

/** A moment for details: the exact local time with its zone, and as people say it unless they want none of that. */
export function ExactMoment({ at }: { at: string | null }): ReactNode {
  const display = useTimeDisplay()
  if (at === null) return <Nothing />
  return (
    <span title={`${storedTime(at)} UTC`}>
      {exactTime(at)}{' '}
      {display === 'relative' && (
        <span style={{ color: 'var(--sl-muted)', whiteSpace: 'nowrap' }}>
          <Moment at={at} />
        </span>
      )}
    </span>
  )
}
