import type { ReactNode } from 'react'
import type {
  DeploymentRow,
  ScheduleRow,
} from '../../../src-shared/contract/schemas/deployment-row.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { MarkedValue } from '../../components/marked-value.tsx'
import { Nothing } from '../../components/nothing.tsx'
import { count } from '../../lib/numbers.ts'
import { scheduleWords } from '../../lib/schedule-words.ts'
import classes from './deployment.module.css'

/** A deployment's schedules in words, and which of them make runs. */
export function ScheduleTable({ deployment }: { deployment: DeploymentRow }): ReactNode {
  const { schedules, paused } = deployment
  if (schedules.length === 0) return <Nothing />
  return (
    <>
      {paused && (
        <p className={classes['note']}>The deployment is paused: no schedule makes runs.</p>
      )}
      <table className={classes['table']} aria-label="Schedules">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Active</th>
            <th scope="col">Slug</th>
            <th scope="col">Runs ahead</th>
            <th scope="col">Parameters</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {schedules.map((schedule) => (
            <Schedule key={schedule.id} schedule={schedule} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Schedule({ schedule }: { schedule: ScheduleRow }): ReactNode {
  const { schedule: stored, active, slug, parameters, maxScheduledRuns } = schedule
  const { text, error } = scheduleWords(stored)
  const isPlain = ['', '{}', 'null'].includes(parameters)
  return (
    <tr>
      <td title={stored}>{error === undefined ? text : <MarkedValue text={text} why={error} />}</td>
      <td className={active ? undefined : classes['paused']}>{active ? 'Active' : 'Paused'}</td>
      <td>{slug ?? <Nothing />}</td>
      <td>{maxScheduledRuns === null ? <Nothing /> : count(maxScheduledRuns)}</td>
      <td>{isPlain ? <Nothing /> : <code>{parameters}</code>}</td>
      <td>
        <CopyButton label="Copy the schedule as it is stored" text={stored} />
      </td>
    </tr>
  )
}
