import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { exactTime, relativeTime, storedTime } from '../lib/time.ts'
import { useNow } from '../lib/use-now.ts'
import { Nothing } from './nothing.tsx'

/** A moment as people say it; the tooltip has it exactly, and as it is stored. */
export function Moment(props: {
  /** ISO 8601. */
  at: string | null
  say?: (moment: string, now: number) => string
}): ReactNode {
  const { at, say = relativeTime } = props
  const now = useNow()
  if (at === null) return <Nothing />
  return (
    <Tooltip
      label={
        <>
          {exactTime(at)}
          <br />
          {storedTime(at)} UTC
        </>
      }
    >
      <time dateTime={at}>{say(at, now)}</time>
    </Tooltip>
  )
}
