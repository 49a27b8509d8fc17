import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTimeDisplay } from '../lib/time-display.ts'
import { exactTime, localTime, relativeTime, storedTime } from '../lib/time.ts'
import { useNow } from '../lib/use-now.ts'
import { Nothing } from './nothing.tsx'

/** A moment as people say it, or exactly if they want it so; the tooltip has it exactly, and as it is stored. */
export function Moment(props: {
  /** ISO 8601. */
  at: string | null
  say?: (moment: string, now: number) => string
}): ReactNode {
  const { at, say = relativeTime } = props
  const display = useTimeDisplay()
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
      <time dateTime={at}>
        {display === 'absolute' ? localTime(at) : <Telling at={at} say={say} />}
      </time>
    </Tooltip>
  )
}

/** Apart, so that each second draws no more than the words anew. */
function Telling(props: { at: string; say: (moment: string, now: number) => string }): ReactNode {
  return props.say(props.at, useNow())
}
