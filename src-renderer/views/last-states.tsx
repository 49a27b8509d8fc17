import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../api/api-context.tsx'
import { Moment } from '../components/moment.tsx'
import { Nothing } from '../components/nothing.tsx'
import { StateBadge } from '../components/state-badge.tsx'
import classes from './panel-parts.module.css'

const shown = 5

/** The states that a flow run went through last, the latest first, with their messages. */
export function LastStates({ flowRunId }: { flowRunId: string }): ReactNode {
  const { runPages } = useApi()
  const { data } = useQuery({
    ...runPages.readFlowRunStates({ flow_run_id: flowRunId }),
    placeholderData: keepPreviousData,
  })
  if (!data) return null
  if (data.length === 0) return <Nothing />
  return (
    <ul className={classes['states']}>
      {data
        .slice(-shown)
        .toReversed()
        .map((state) => (
          <li key={state.id}>
            <Moment at={state.timestamp} />
            <StateBadge type={state.type} name={state.name} />
            {state.message && <p title={state.message}>{state.message}</p>}
          </li>
        ))}
    </ul>
  )
}
