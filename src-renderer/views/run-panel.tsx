import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { FlowRunPage } from '../../src-shared/contract/schemas/run-page.ts'
import { prefectUuid } from '../../src-shared/contract/schemas/prefect-uuid.ts'
import { useApi } from '../api/api-context.tsx'
import { ErrorNotice } from '../components/error-notice.tsx'
import { ExactMoment } from '../components/exact-moment.tsx'
import { FactList } from '../components/fact-list.tsx'
import { JsonView } from '../components/json-view.tsx'
import { LabelList } from '../components/label-list.tsx'
import { Nothing } from '../components/nothing.tsx'
import { RunDuration } from '../components/run-duration.tsx'
import { StateBadge } from '../components/state-badge.tsx'
import { TagList } from '../components/tag-list.tsx'
import { linkTo } from '../lib/screen-link.ts'
import { storedText } from '../lib/unreadable.ts'
import { DetailsPanel } from './details-panel.tsx'
import { LastStates } from './last-states.tsx'
import { PanelPart, unreadableFacts, WholeId } from './panel-parts.tsx'
import { DeploymentOfRun, FlowOfRun } from './run-cells.tsx'

/** A quick look at one flow run, beside a table. */
export function RunPanel(props: {
  id: string
  onTag: (tag: string) => void
  onClose: () => void
}): ReactNode {
  const { id, onTag, onClose } = props
  const { runPages } = useApi()
  const isId = prefectUuid.safeParse(id).success
  const { data, error } = useQuery({
    ...(isId ? runPages.readFlowRunPage({ flow_run_id: id }) : runPages.readFlowRunPage(nobody)),
    enabled: isId,
    placeholderData: keepPreviousData,
  })
  const isGone = !isId || data === null
  return (
    <DetailsPanel
      panel="run-details"
      noun="flow run"
      title={data?.name ?? null}
      link={linkTo.flowRun(data?.id ?? id)}
      onClose={onClose}
    >
      {isGone && <p>This flow run is not in the database, or was deleted.</p>}
      {error && !data && <ErrorNotice error={error} />}
      {data && !isGone && <RunDetails run={data} onTag={onTag} />}
    </DetailsPanel>
  )
}

/** Any id: what is asked for it is never sent. */
const nobody = { flow_run_id: '00000000-0000-0000-0000-000000000000' }

function RunDetails({ run, onTag }: { run: FlowRunPage; onTag: (tag: string) => void }): ReactNode {
  return (
    <>
      <FactList
        facts={[
          { label: 'Id', value: <WholeId id={run.id} of="the flow run" /> },
          { label: 'State', value: <StateBadge type={run.stateType} name={run.stateName} /> },
          {
            label: 'Flow',
            value: <FlowOfRun flowId={run.flowId} flowName={run.flowName} inCell={false} />,
          },
          { label: 'Deployment', value: <DeploymentOfRun {...run} inCell={false} /> },
          { label: 'Start', value: <ExactMoment at={run.startTime} /> },
          { label: 'Expected', value: <ExactMoment at={run.expectedStartTime} /> },
          { label: 'End', value: <ExactMoment at={run.endTime} /> },
          { label: 'Duration', value: <RunDuration run={run} /> },
          { label: 'Run count', value: run.runCount },
          { label: 'Work pool', value: run.workPoolName ?? <Nothing /> },
          { label: 'Work queue', value: run.workQueueName ?? <Nothing /> },
          { label: 'Created', value: <ExactMoment at={run.created} /> },
          { label: 'Tags', value: <TagList tags={run.tags} onPick={onTag} /> },
          { label: 'Labels', value: <LabelList labels={run.labels} /> },
          ...unreadableFacts(run),
        ]}
      />
      <PanelPart title="Parameters">
        <JsonView label="the parameters" text={storedText(run, 'parameters') ?? run.parameters} />
      </PanelPart>
      <PanelPart title="Last states">
        <LastStates flowRunId={run.id} />
      </PanelPart>
    </>
  )
}
