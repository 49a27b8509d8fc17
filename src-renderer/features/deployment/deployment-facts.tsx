import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { DeploymentRow } from '../../../src-shared/contract/schemas/deployment-row.ts'
import { useApi } from '../../api/api-context.tsx'
import { FactList } from '../../components/fact-list.tsx'
import { LabelList } from '../../components/label-list.tsx'
import { Moment } from '../../components/moment.tsx'
import { Nothing } from '../../components/nothing.tsx'
import { PageFacts } from '../../components/page-facts.tsx'
import { Pending } from '../../components/pending.tsx'
import { RunsByState } from '../../components/runs-by-state.tsx'
import { StoredOr } from '../../components/stored-or.tsx'
import { TagList } from '../../components/tag-list.tsx'
import { percent } from '../../lib/numbers.ts'
import { failureRate } from '../../lib/run-counts.ts'
import { taggedLink } from '../../lib/screen-link.ts'
import { LimitCell, statusText } from '../../views/deployment-cells.tsx'
import { FlowOfRun, LastRun, NextRun } from '../../views/run-cells.tsx'
import { useGoTo } from '../../views/use-open-row.ts'
import classes from './deployment.module.css'

/** What is known of a deployment at a glance, and what its runs amount to. */
export function DeploymentFacts({ deployment }: { deployment: DeploymentRow }): ReactNode {
  const { deploymentRows } = useApi()
  const counted = useQuery(deploymentRows.readDeploymentStatistics({}))
  const { id, paused, status, workPoolName, workQueueName, limit } = deployment
  const none = { runs: {}, lastRun: null, nextRun: null }
  const statistics =
    counted.data && (counted.data.find(({ deploymentId }) => deploymentId === id) ?? none)
  const rate = statistics ? failureRate(statistics.runs) : null
  return (
    <PageFacts error={counted.error}>
      <Described deployment={deployment} />
      <FactList
        way="across"
        label="Figures"
        facts={[
          {
            label: 'Runs by state',
            value: statistics ? <RunsByState runs={statistics.runs} /> : <Pending />,
          },
          {
            label: 'Failure rate',
            value: statistics ? rate === null ? <Nothing /> : percent(rate) : <Pending />,
          },
          {
            label: 'Last run',
            value: statistics ? <LastRun run={statistics.lastRun} inCell={false} /> : <Pending />,
          },
          {
            label: 'Next run',
            value: statistics ? <NextRun run={statistics.nextRun} inCell={false} /> : <Pending />,
          },
          {
            label: 'Status',
            value: paused ? (
              <span className={classes['paused']}>Paused</span>
            ) : (
              statusText(status) || <Nothing />
            ),
          },
          { label: 'Work pool', value: workPoolName ?? <Nothing /> },
          { label: 'Work queue', value: workQueueName ?? <Nothing /> },
          { label: 'Limit', value: <LimitCell limit={limit} inCell={false} /> },
        ]}
      />
    </PageFacts>
  )
}

function Described({ deployment }: { deployment: DeploymentRow }): ReactNode {
  const goTo = useGoTo()
  const { unreadable, tags, labels, created, updated } = deployment
  const stored = (column: string, value: ReactNode): ReactNode => (
    <StoredOr unreadable={unreadable} column={column}>
      {value}
    </StoredOr>
  )
  return (
    <FactList
      way="across"
      label="Facts"
      facts={[
        { label: 'Flow', value: <FlowOfRun {...deployment} inCell={false} /> },
        {
          label: 'Tags',
          value: stored(
            'tags',
            <TagList tags={tags} onPick={(tag) => goTo(taggedLink.deployments(tag))} />,
          ),
        },
        { label: 'Created', value: stored('created', <Moment at={created} />) },
        { label: 'Updated', value: stored('updated', <Moment at={updated} />) },
        { label: 'Labels', value: stored('labels', <LabelList labels={labels} />) },
      ]}
    />
  )
}
