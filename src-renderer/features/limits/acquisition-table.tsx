import type { ReactNode } from 'react'
import type { SlotAcquisition } from '../../../src-shared/contract/schemas/slot-ledger.ts'
import { Moment } from '../../components/moment.tsx'
import { count } from '../../lib/numbers.ts'
import { HolderName, HolderState } from './holder-table.tsx'
import classes from './limits.module.css'

/** Acquisitions of a limit, each with who made it, in which state that run is now, and its release. */
export function AcquisitionTable(props: {
  acquisitions: readonly SlotAcquisition[]
  /** How many more there are in the file; not said in a short list. */
  more: number
  /** The slots come back by themselves: nobody gives them back. */
  decays: boolean
}): ReactNode {
  const { acquisitions, more, decays } = props
  if (acquisitions.length === 0) return null
  const hasMany = acquisitions.some(({ slots }) => slots !== 1)
  return (
    <>
      <table className={classes['holds']}>
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col" className={classes['stateColumn']}>
              State now
            </th>
            <th scope="col" className={classes['timeColumn']}>
              Taken
            </th>
            {!decays && (
              <th scope="col" className={classes['timeColumn']}>
                Released
              </th>
            )}
            {hasMany && (
              <th scope="col" className={`${classes['slotsColumn']} ${classes['number']}`}>
                Slots
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {acquisitions.map(({ eventId, acquired, released, slots, holder }) => (
            <tr key={eventId}>
              <td>
                <HolderName holder={holder} />
              </td>
              <td>
                <HolderState holder={holder} />
              </td>
              <td>
                <Moment at={acquired} />
              </td>
              {!decays && <td>{released === null ? <NotYet /> : <Moment at={released} />}</td>}
              {hasMany && <td className={classes['number']}>{count(slots)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={classes['muted']}>and {count(more)} older</p>}
    </>
  )
}

function NotYet(): ReactNode {
  return <span className={classes['open']}>Not yet</span>
}
