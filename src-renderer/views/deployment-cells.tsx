import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import type {
  DeploymentRow,
  ScheduleRow,
} from '../../src-shared/contract/schemas/deployment-row.ts'
import { CellLink } from '../components/cell-link.tsx'
import { MarkedValue } from '../components/marked-value.tsx'
import { Nothing } from '../components/nothing.tsx'
import { listOf } from '../lib/list-links.ts'
import { count } from '../lib/numbers.ts'
import { scheduleWords } from '../lib/schedule-words.ts'
import classes from './deployment-cells.module.css'

/** "every 15 min", "every day at 08:00 (Europe/Berlin), off". */
export function scheduleText({ schedule, active }: ScheduleRow): string {
  return `${scheduleWords(schedule).text}${active ? '' : ', off'}`
}

function Schedule({ schedule }: { schedule: ScheduleRow }): ReactNode {
  const { text, error } = scheduleWords(schedule.schedule)
  if (error !== undefined) return <MarkedValue text={text} why={error} />
  return (
    <span className={classes['schedule']} data-off={!schedule.active || undefined}>
      {scheduleText(schedule)}
    </span>
  )
}

/** A deployment's schedules in words, on one line: the first, and how many more. */
export function ScheduleCell({ schedules }: Pick<DeploymentRow, 'schedules'>): ReactNode {
  const [first, ...more] = schedules
  if (!first) return <Nothing />
  return (
    <Tooltip
      multiline
      maw={420}
      label={schedules.map((schedule) => (
        <div key={schedule.id}>{scheduleText(schedule)}</div>
      ))}
    >
      <span className={classes['schedules']}>
        <Schedule schedule={first} />
        {more.length > 0 && <span className={classes['more']}>+{more.length}</span>}
      </span>
    </Tooltip>
  )
}

/** All of a deployment's schedules in words, one below the other. */
export function ScheduleList({ schedules }: Pick<DeploymentRow, 'schedules'>): ReactNode {
  if (schedules.length === 0) return <Nothing />
  return (
    <ul className={classes['list']}>
      {schedules.map((schedule) => (
        <li key={schedule.id}>
          <Schedule schedule={schedule} />
        </li>
      ))}
    </ul>
  )
}

/** "2 of 4", "2 of 4, off". */
export function limitText({ limit }: Pick<DeploymentRow, 'limit'>): string {
  if (!limit) return ''
  const { activeSlots, limit: most, active } = limit
  return `${count(activeSlots)} of ${count(most)}${active ? '' : ', off'}`
}

/** How many of its slots a deployment's limit has in use; leads to the limit. */
export function LimitCell(props: { limit: DeploymentRow['limit']; inCell?: boolean }): ReactNode {
  const { limit, inCell = true } = props
  if (!limit) return <Nothing />
  return <CellLink href={listOf.limit(limit.id)} text={limitText({ limit })} inCell={inCell} />
}

const statusWords: Readonly<Record<string, string>> = { READY: 'Ready', NOT_READY: 'Not ready' }

/** "Ready", "Not ready"; what Prefect does not know as it is stored. */
export function statusText(status: string | null): string {
  return status === null ? '' : (statusWords[status] ?? status)
}
