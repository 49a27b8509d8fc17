import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import type { FlowRelations } from '../../../src-shared/contract/schemas/flow-statistics.ts'
import { CellLink } from '../../components/cell-link.tsx'
import { Nothing } from '../../components/nothing.tsx'
import { fitting } from '../../lib/fitting.ts'
import { counted } from '../../lib/numbers.ts'
import { linkTo } from '../../lib/screen-link.ts'
import classes from './flows.module.css'

type Related = FlowRelations['parents']

/** Flows beside another: as many names as there is room for, then how many more. */
export function RelatedFlows({ flows, room }: { flows: Related; room?: number }): ReactNode {
  if (flows.length === 0) return <Nothing />
  const inCell = room !== undefined
  const names = flows.map(({ name }) => name)
  const shown = inCell ? fitting(names, { room, most: 3, around: 8 }) : flows.length
  return (
    <Tooltip
      multiline
      maw={420}
      label={flows.map(({ id, name, runs }) => (
        <div key={id}>
          {name}: {counted(runs, 'run')}
        </div>
      ))}
    >
      <span className={classes['related']} data-all={inCell ? undefined : true}>
        {flows.slice(0, shown).map(({ id, name }) => (
          <CellLink key={id} href={linkTo.flow(id)} text={name} inCell={inCell} />
        ))}
        {flows.length > shown && <span className={classes['more']}>+{flows.length - shown}</span>}
      </span>
    </Tooltip>
  )
}
