import type { ReactNode } from 'react'
import type { SlotHolder } from '../../../src-shared/contract/schemas/slot-ledger.ts'
import { Nothing } from '../../components/nothing.tsx'
import { ShortId } from '../../components/short-id.tsx'
import { StateBadge } from '../../components/state-badge.tsx'
import classes from './limits.module.css'

/** The run's name, or its id where the database has it no more. */
export function HolderName({ holder }: { holder: SlotHolder }): ReactNode {
  const id = holder.taskRunId ?? holder.flowRunId
  if (holder.name !== null) return <span title={holder.name}>{holder.name}</span>
  return id === null ? <Nothing /> : <ShortId id={id} />
}

/** The state that the run is in now. */
export function HolderState({ holder }: { holder: SlotHolder }): ReactNode {
  const { name, stateType, stateName } = holder
  if (name === null && stateType === null) return <span className={classes['muted']}>Deleted</span>
  return <StateBadge type={stateType} name={stateName} />
}

/** The task runs that the row of a V1 limit names. */
export function HolderTable({ holders }: { holders: readonly SlotHolder[] }): ReactNode {
  if (holders.length === 0) return null
  return (
    <table className={classes['holds']}>
      <thead>
        <tr>
          <th scope="col">Task run</th>
          <th scope="col" className={classes['stateColumn']}>
            State now
          </th>
          <th scope="col" className={classes['timeColumn']}>
            Id
          </th>
        </tr>
      </thead>
      <tbody>
        {holders.map((holder, index) => (
          // Prefect does not hinder that one is named twice.
          <tr key={`${index} ${holder.taskRunId}`}>
            <td>{holder.name === null ? <Nothing /> : <HolderName holder={holder} />}</td>
            <td>
              <HolderState holder={holder} />
            </td>
            <td>{holder.taskRunId && <ShortId id={holder.taskRunId} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
