import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { prefectUuid } from '../../../src-shared/contract/schemas/prefect-uuid.ts'
import { useApi } from '../../api/api-context.tsx'
import { CellLink } from '../../components/cell-link.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { ExactMoment } from '../../components/exact-moment.tsx'
import { FactList, type Fact } from '../../components/fact-list.tsx'
import { HistoryStrip, stripDays } from '../../components/history-strip.tsx'
import { LabelList } from '../../components/label-list.tsx'
import { Nothing } from '../../components/nothing.tsx'
import { RunsByState } from '../../components/runs-by-state.tsx'
import { TagList } from '../../components/tag-list.tsx'
import { listOf } from '../../lib/list-links.ts'
import { counted, percent } from '../../lib/numbers.ts'
import { failureRate } from '../../lib/run-counts.ts'
import { linkTo } from '../../lib/screen-link.ts'
import { duration } from '../../lib/time.ts'
import { DetailsPanel } from '../../views/details-panel.tsx'
import { PanelPart, unreadableFacts, WholeId } from '../../views/panel-parts.tsx'
import { LastRun, NextRun } from '../../views/run-cells.tsx'
import { flowTableRows, type FlowTableRow } from './flow-table-row.ts'
import { RelatedFlows } from './related-flows.tsx'

const uncounted = {
  statistics: undefined,
  durations: undefined,
  histories: undefined,
  relations: undefined,
}

/** Any id: what is asked for it is never sent. */
const nobody = '00000000-0000-0000-0000-000000000000'

interface Acts {
  onTag: (tag: string) => void
  onDay: (flowId: string, day: string) => void
}

/** A quick look at one flow, beside the table. */
export function FlowPanel(
  props: Acts & {
    id: string
    /** Undefined where it is not among those that the table shows. */
    row: FlowTableRow | undefined
    onClose: () => void
  },
): ReactNode {
  const { id, row, onTag, onDay, onClose } = props
  const { flowRows } = useApi()
  const isId = prefectUuid.safeParse(id).success
  const { data, error } = useQuery({
    ...flowRows.readFlowRow({ flow_id: isId ? id : nobody }),
    enabled: row === undefined && isId,
    placeholderData: keepPreviousData,
  })
  const shown = row ?? (data ? flowTableRows([data], uncounted)[0] : undefined)
  return (
    <DetailsPanel
      panel="flow-details"
      noun="flow"
      title={shown?.name ?? null}
      link={linkTo.flow(id)}
      onClose={onClose}
    >
      {error && !shown && <ErrorNotice error={error} />}
      {!shown && (!isId || data === null) && (
        <p>This flow is not in the database, or was deleted.</p>
      )}
      {shown && <FlowDetails row={shown} onTag={onTag} onDay={onDay} />}
    </DetailsPanel>
  )
}

function FlowDetails({ row, onTag, onDay }: Acts & { row: FlowTableRow }): ReactNode {
  const { history } = row
  return (
    <>
      <FactList
        facts={[
          { label: 'Id', value: <WholeId id={row.id} of="the flow" /> },
          { label: 'Tags', value: <TagList tags={row.tags} onPick={onTag} /> },
          { label: 'Labels', value: <LabelList labels={row.labels} /> },
          ...figures(row),
          { label: 'Created', value: <ExactMoment at={row.created} /> },
          { label: 'Updated', value: <ExactMoment at={row.updated} /> },
          ...unreadableFacts(row),
        ]}
      />
      {history && (
        <PanelPart title={`Last ${stripDays} days`}>
          <HistoryStrip
            history={history.days}
            inCell={false}
            onPick={(day) => onDay(row.id, day)}
          />
        </PanelPart>
      )}
    </>
  )
}

/** What is counted of a flow; nothing of what is not counted yet. */
function figures(row: FlowTableRow): (Fact | false)[] {
  const { id, statistics, durations, relations } = row
  const rate = statistics ? failureRate(statistics.runs) : null
  return [
    ...(statistics
      ? [
          {
            label: 'Deployments',
            value:
              statistics.deployments === 0 ? (
                <Nothing />
              ) : (
                <CellLink
                  href={listOf.deploymentsOfFlows([id])}
                  text={counted(statistics.deployments, 'deployment')}
                  inCell={false}
                />
              ),
          },
          { label: 'Last run', value: <LastRun run={statistics.lastRun} inCell={false} /> },
          { label: 'Next run', value: <NextRun run={statistics.nextRun} inCell={false} /> },
          { label: 'Runs by state', value: <RunsByState runs={statistics.runs} /> },
          { label: 'Failure rate', value: rate === null ? <Nothing /> : percent(rate) },
        ]
      : []),
    durations !== undefined && {
      label: 'Median duration',
      value: durations ? duration(durations.median) : <Nothing />,
    },
    relations !== undefined && {
      label: 'Parents',
      value: <RelatedFlows flows={relations.parents} />,
    },
    relations !== undefined && {
      label: 'Children',
      value: <RelatedFlows flows={relations.children} />,
    },
  ]
}
