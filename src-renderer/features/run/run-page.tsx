import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { FlowRunPage } from '../../../src-shared/contract/schemas/run-page.ts'
import { useApi } from '../../api/api-context.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { PageTabs, partOf } from '../../components/page-tabs.tsx'
import { ShortId } from '../../components/short-id.tsx'
import { StateBadge } from '../../components/state-badge.tsx'
import { count } from '../../lib/numbers.ts'
import { prefectCommand } from '../../lib/prefect-command.ts'
import { screenLink } from '../../lib/screen-link.ts'
import { CopyPageMenu, pageLink, type PageCopy } from '../../views/copy-page-menu.tsx'
import { RunFacts } from './run-facts.tsx'
import { RunPart } from './run-part.tsx'

const route = getRouteApi('/runs/$runId')

const tabs = [
  { id: 'timeline', title: 'Timeline' },
  { id: 'logs', title: 'Logs' },
  { id: 'states', title: 'States' },
  { id: 'subflows', title: 'Subflow runs' },
  { id: 'details', title: 'Details' },
  { id: 'sql', title: 'SQL' },
]

/** What is known of a flow run, in parts. */
export function RunPage({ run }: { run: FlowRunPage }): ReactNode {
  const { runPages } = useApi()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const part = partOf(tabs, search.part)
  const show = (next: string): void =>
    void navigate({ search: (before) => ({ ...before, part: next }) })
  const timeline = useQuery({
    ...runPages.readTimeline({ flow_run_id: run.id }),
    placeholderData: keepPreviousData,
    // The logs tell the names of its task runs.
    enabled: part === 'timeline' || part === 'logs',
  })
  const taskRuns = timeline.data && count(timeline.data.total)
  return (
    <>
      <PageHeader
        of={{ title: 'Runs', link: screenLink('/runs') }}
        title={run.name}
        beside={
          <>
            <StateBadge type={run.stateType} name={run.stateName} />
            <ShortId id={run.id} />
          </>
        }
      >
        <CopyPageMenu what="this flow run" copies={() => copiesOf(run)} />
      </PageHeader>
      <RunFacts run={run} onMore={() => show('details')} />
      <PageTabs
        label="Parts of the flow run"
        tabs={tabs.map((tab) => (tab.id === 'timeline' ? { ...tab, count: taskRuns } : tab))}
        part={part}
        onPart={show}
      >
        <RunPart part={part} run={run} timeline={timeline} />
      </PageTabs>
    </>
  )
}

function copiesOf({ id, name }: FlowRunPage): PageCopy[] {
  const { inspectFlowRun, flowRunLogs } = prefectCommand
  return [
    { title: 'Id', text: id },
    { title: 'Name', text: name },
    { title: 'Link', text: pageLink() },
    { title: 'prefect flow-run inspect', text: inspectFlowRun(id) },
    { title: 'prefect flow-run logs', text: flowRunLogs(id) },
  ]
}
