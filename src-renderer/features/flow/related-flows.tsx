import { Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import type { FlowRelations } from '../../../src-shared/contract/schemas/flow-statistics.ts'
import { Nothing } from '../../components/nothing.tsx'
import { Pending } from '../../components/pending.tsx'
import { counted } from '../../lib/numbers.ts'
import { linkTo } from '../../lib/screen-link.ts'
import classes from './flow.module.css'

type Related = FlowRelations['parents'][number]

/** So many are named; the others are a click away. */
const most = 2

/** Flows that ran above or below another, by their names; those with the most runs first. */
export function RelatedFlows(props: {
  /** "parents", "children". */
  what: string
  /** Undefined while they are counted. */
  flows: readonly Related[] | undefined
}): ReactNode {
  const { what, flows } = props
  if (!flows) return <Pending />
  if (flows.length === 0) return <Nothing />
  const more = flows.length - most
  return (
    <>
      {flows.slice(0, most).map((flow) => (
        <FlowLink key={flow.id} flow={flow} />
      ))}
      {more > 0 && (
        <Popover position="bottom-start" trapFocus returnFocus>
          <Popover.Target>
            <button
              type="button"
              className={classes['more']}
              aria-label={`and ${more} more ${what}`}
            >
              and {more} more
            </button>
          </Popover.Target>
          <Popover.Dropdown className={classes['all']}>
            {flows.map((flow) => (
              <div key={flow.id} className={classes['related']}>
                <FlowLink flow={flow} />
                <span className={classes['muted']}>{counted(flow.runs, 'run')}</span>
              </div>
            ))}
          </Popover.Dropdown>
        </Popover>
      )}
    </>
  )
}

function FlowLink({ flow: { id, name, runs } }: { flow: Related }): ReactNode {
  return (
    <a href={linkTo.flow(id)} title={counted(runs, 'run')} className={classes['link']}>
      {name}
    </a>
  )
}
