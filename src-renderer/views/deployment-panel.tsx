import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { prefectUuid } from '../../src-shared/contract/schemas/prefect-uuid.ts'
import { useApi } from '../api/api-context.tsx'
import { CellText } from '../components/cell-text.tsx'
import { ErrorNotice } from '../components/error-notice.tsx'
import { ExactMoment } from '../components/exact-moment.tsx'
import { FactList } from '../components/fact-list.tsx'
import { JsonView } from '../components/json-view.tsx'
import { LabelList } from '../components/label-list.tsx'
import { Nothing } from '../components/nothing.tsx'
import { RunsByState } from '../components/runs-by-state.tsx'
import { TagList } from '../components/tag-list.tsx'
import { linkTo } from '../lib/screen-link.ts'
import { LimitCell, ScheduleList, statusText } from './deployment-cells.tsx'
import type { DeploymentTableRow } from './deployment-table-row.ts'
import { storedText } from '../lib/unreadable.ts'
import { DetailsPanel } from './details-panel.tsx'
import { PanelPart, unreadableFacts, WholeId } from './panel-parts.tsx'
import { FlowOfRun, LastRun, NextRun } from './run-cells.tsx'
import { deploymentTableRows } from './deployment-table-row.ts'

/** A quick look at one deployment, beside a table. */
export function DeploymentPanel(props: {
  id: string
  /** Undefined where it is not among those that the table shows. */
  row: DeploymentTableRow | undefined
  onTag: (tag: string) => void
  onClose: () => void
}): ReactNode {
  const { id, row, onTag, onClose } = props
  const { deploymentRows } = useApi()
  const isId = prefectUuid.safeParse(id).success
  const filters = { deployments: { id: { any_: isId ? [id] : [] } } }
  const { data, error } = useQuery({
    ...deploymentRows.readDeploymentRows({ filters }),
    enabled: row === undefined,
    placeholderData: keepPreviousData,
  })
  const shown = row ?? deploymentTableRows(data ?? [], undefined)[0]
  return (
    <DetailsPanel
      panel="deployment-details"
      noun="deployment"
      title={shown?.name ?? null}
      link={linkTo.deployment(id)}
      onClose={onClose}
    >
      {error && !shown && <ErrorNotice error={error} />}
      {!shown && data && <p>This deployment is not in the database, or was deleted.</p>}
      {shown && <DeploymentDetails row={shown} onTag={onTag} />}
    </DetailsPanel>
  )
}

function DeploymentDetails(props: {
  row: DeploymentTableRow
  onTag: (tag: string) => void
}): ReactNode {
  const { row, onTag } = props
  const { statistics } = row
  return (
    <>
      <FactList
        facts={[
          { label: 'Id', value: <WholeId id={row.id} of="the deployment" /> },
          { label: 'Flow', value: <FlowOfRun {...row} inCell={false} /> },
          { label: 'Status', value: statusText(row.status) || <Nothing /> },
          { label: 'Paused', value: row.paused ? 'Yes' : 'No' },
          { label: 'Schedules', value: <ScheduleList schedules={row.schedules} /> },
          statistics !== undefined && {
            label: 'Next run',
            value: <NextRun run={statistics.nextRun} inCell={false} />,
          },
          statistics !== undefined && {
            label: 'Last run',
            value: <LastRun run={statistics.lastRun} inCell={false} />,
          },
          statistics !== undefined && {
            label: 'Runs by state',
            value: <RunsByState runs={statistics.runs} />,
          },
          { label: 'Work pool', value: row.workPoolName ?? <Nothing /> },
          { label: 'Work queue', value: row.workQueueName ?? <Nothing /> },
          { label: 'Limit', value: <LimitCell limit={row.limit} inCell={false} /> },
          { label: 'When it is full', value: row.collisionStrategy ?? <Nothing /> },
          { label: 'Version', value: row.version ?? <Nothing /> },
          { label: 'Entrypoint', value: <CellText text={row.entrypoint} isCode /> },
          { label: 'Last polled', value: <ExactMoment at={row.lastPolled} /> },
          { label: 'Created', value: <ExactMoment at={row.created} /> },
          { label: 'Updated', value: <ExactMoment at={row.updated} /> },
          { label: 'Tags', value: <TagList tags={row.tags} onPick={onTag} /> },
          { label: 'Labels', value: <LabelList labels={row.labels} /> },
          { label: 'Description', value: row.description ?? <Nothing /> },
          ...unreadableFacts(row),
        ]}
      />
      <PanelPart title="Parameters">
        <JsonView label="the parameters" text={storedText(row, 'parameters') ?? row.parameters} />
      </PanelPart>
    </>
  )
}
