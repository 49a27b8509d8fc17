import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import type { StoredState } from '../../../src-shared/contract/schemas/run-page.ts'
import { stateLook } from '../../lib/states.ts'
import { duration } from '../../lib/time.ts'
import { useNow } from '../../lib/use-now.ts'
import { ExactMoment } from '../exact-moment.tsx'
import { JsonView } from '../json-view.tsx'
import { Nothing } from '../nothing.tsx'
import { StateBadge } from '../state-badge.tsx'
import classes from './state-list.module.css'
import { stateSpans, stripParts, type StateSpan } from './state-spans.ts'

/** The states that a run went through: when, for how long, with what message and details. */
export function StateList(props: { label: string; states: readonly StoredState[] }): ReactNode {
  const { label, states } = props
  const spans = stateSpans(states, useNow())
  return (
    <div className={classes['states']}>
      <Strip spans={spans} />
      <table className={classes['table']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">Entered</th>
            <th scope="col" data-align="right">
              Lasted
            </th>
            <th scope="col">Message and details</th>
          </tr>
        </thead>
        <tbody>
          {spans.map((span) => (
            <StateRow key={span.state.id} span={span} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function StateRow({ span }: { span: StateSpan }): ReactNode {
  const { state, seconds, isLast } = span
  const { type, name, timestamp, message } = state
  return (
    <tr>
      <td>
        <StateBadge type={type} name={name} />
        {stateLook(type).word !== name && <div className={classes['type']}>{type}</div>}
      </td>
      <td>
        <ExactMoment at={timestamp} />
      </td>
      <td data-align="right">
        {seconds === null ? <Nothing /> : duration(seconds)}
        {isLast && seconds !== null && <div className={classes['muted']}>so far</div>}
      </td>
      <td>
        {message !== null && message !== '' ? (
          <div className={classes['message']}>{message}</div>
        ) : (
          <Nothing />
        )}
        <Further state={state} />
      </td>
    </tr>
  )
}

function Further({ state }: { state: StoredState }): ReactNode {
  const { details, data, name } = state
  return (
    <div className={classes['further']}>
      {details !== '' && details !== '{}' && (
        <details>
          <summary>Details</summary>
          <JsonView label={`the details of ${name}`} text={details} />
        </details>
      )}
      {data !== null && data !== 'null' && (
        <details>
          <summary>Data</summary>
          <JsonView label={`the data of ${name}`} text={data} />
        </details>
      )}
    </div>
  )
}

/** Where the time went, at a glance; the table says it in numbers. */
function Strip({ spans }: { spans: readonly StateSpan[] }): ReactNode {
  const parts = stripParts(spans)
  if (parts.length === 0) return null
  return (
    <div className={classes['strip']} aria-hidden>
      {parts.map(({ state, seconds, share }) => {
        const { color, Shape } = stateLook(state.type)
        return (
          <Tooltip key={state.id} label={`${state.name}, ${duration(seconds)}`}>
            <span className={classes['part']} style={{ color, flexGrow: share }}>
              <Shape size={12} stroke={2.4} />
              <span>
                {state.name} {duration(seconds)}
              </span>
            </span>
          </Tooltip>
        )
      })}
    </div>
  )
}
