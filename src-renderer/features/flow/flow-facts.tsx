import type { ReactNode } from 'react'
import type { FlowRow } from '../../../src-shared/contract/schemas/flow-row.ts'
import { FactList } from '../../components/fact-list.tsx'
import { LabelList } from '../../components/label-list.tsx'
import { Moment } from '../../components/moment.tsx'
import { Nothing } from '../../components/nothing.tsx'
import { PageFacts } from '../../components/page-facts.tsx'
import { Pending } from '../../components/pending.tsx'
import { RunsByState } from '../../components/runs-by-state.tsx'
import { StoredOr } from '../../components/stored-or.tsx'
import { TagList } from '../../components/tag-list.tsx'
import { counted, percent } from '../../lib/numbers.ts'
import { failureRate } from '../../lib/run-counts.ts'
import { taggedLink } from '../../lib/screen-link.ts'
import { duration } from '../../lib/time.ts'
import { LastRun, NextRun } from '../../views/run-cells.tsx'
import { useGoTo } from '../../views/use-open-row.ts'
import { RelatedFlows } from './related-flows.tsx'
import type { FlowFigures } from './use-flow-figures.ts'

/** What is known of a flow at a glance, and what its runs amount to. */
export function FlowFacts(props: { flow: FlowRow; figures: FlowFigures }): ReactNode {
  const { flow, figures } = props
  const { statistics, error } = figures
  const goTo = useGoTo()
  return (
    <PageFacts error={error}>
      <FactList
        way="across"
        label="Facts"
        facts={[
          {
            label: 'Tags',
            value: (
              <StoredOr unreadable={flow.unreadable} column="tags">
                <TagList tags={flow.tags} onPick={(tag) => goTo(taggedLink.flows(tag))} />
              </StoredOr>
            ),
          },
          { label: 'Created', value: <Stored flow={flow} column="created" /> },
          { label: 'Updated', value: <Stored flow={flow} column="updated" /> },
          {
            label: 'Labels',
            value: (
              <StoredOr unreadable={flow.unreadable} column="labels">
                <LabelList labels={flow.labels} />
              </StoredOr>
            ),
          },
        ]}
      />
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
            value: <Failures figures={figures} />,
          },
          { label: 'Median duration', value: <Median figures={figures} /> },
          {
            label: 'Last run',
            value: statistics ? <LastRun run={statistics.lastRun} inCell={false} /> : <Pending />,
          },
          {
            label: 'Next run',
            value: statistics ? <NextRun run={statistics.nextRun} inCell={false} /> : <Pending />,
          },
          {
            label: 'Parents',
            value: <RelatedFlows what="parents" flows={figures.relations?.parents} />,
          },
          {
            label: 'Children',
            value: <RelatedFlows what="children" flows={figures.relations?.children} />,
          },
        ]}
      />
    </PageFacts>
  )
}

function Stored({ flow, column }: { flow: FlowRow; column: 'created' | 'updated' }): ReactNode {
  return (
    <StoredOr unreadable={flow.unreadable} column={column}>
      <Moment at={flow[column]} />
    </StoredOr>
  )
}

function Failures({ figures: { statistics } }: { figures: FlowFigures }): ReactNode {
  if (!statistics) return <Pending />
  const rate = failureRate(statistics.runs)
  return rate === null ? <Nothing /> : percent(rate)
}

function Median({ figures: { durations } }: { figures: FlowFigures }): ReactNode {
  if (durations === undefined) return <Pending />
  if (durations === null) return <Nothing />
  return (
    <span title={`Of ${counted(durations.runs, 'completed run')}`}>
      {duration(durations.median)}
    </span>
  )
}
