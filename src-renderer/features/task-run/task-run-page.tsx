import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { TaskRunPage as Page } from '../../../src-shared/contract/schemas/run-page.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { PageTabs, partOf } from '../../components/page-tabs.tsx'
import { ShortId } from '../../components/short-id.tsx'
import { StateBadge } from '../../components/state-badge.tsx'
import { linkTo, screenLink } from '../../lib/screen-link.ts'
import { isFinal } from '../../lib/timeline-rows.ts'
import { CopyPageMenu, pageLink } from '../../views/copy-page-menu.tsx'
import { LogPanel } from '../../views/log-panel/log-panel.tsx'
import { readLogSearch, withLogSearch } from '../../views/log-panel/log-search.ts'
import { DetailsPart } from './details-part.tsx'
import { InputsPart } from './inputs-part.tsx'
import { SqlPart } from './sql-part.tsx'
import { StatesPart } from './states-part.tsx'
import { TaskRunFacts } from './task-run-facts.tsx'

const route = getRouteApi('/task-runs/$taskRunId')

const tabs = [
  { id: 'logs', title: 'Logs' },
  { id: 'states', title: 'States' },
  { id: 'inputs', title: 'Inputs' },
  { id: 'details', title: 'Details' },
  { id: 'sql', title: 'SQL' },
]

/** What is known of a task run, in parts. */
export function TaskRunPage({ taskRun }: { taskRun: Page }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const part = partOf(tabs, search.part)
  const show = (next: string): void =>
    void navigate({ search: (before) => ({ ...before, part: next }) })
  return (
    <>
      <PageHeader
        of={cameFrom(taskRun)}
        title={taskRun.name}
        beside={
          <>
            <StateBadge type={taskRun.stateType} name={taskRun.stateName} />
            <ShortId id={taskRun.id} />
          </>
        }
      >
        <CopyPageMenu
          what="this task run"
          copies={() => [
            { title: 'Id', text: taskRun.id },
            { title: 'Name', text: taskRun.name },
            { title: 'Link', text: pageLink() },
            { title: 'prefect task-run inspect', text: `prefect task-run inspect ${taskRun.id}` },
            { title: 'prefect task-run logs', text: `prefect task-run logs ${taskRun.id}` },
          ]}
        />
      </PageHeader>
      <TaskRunFacts taskRun={taskRun} onMore={() => show('details')} />
      <PageTabs label="Parts of the task run" tabs={tabs} part={part} onPart={show}>
        <Part part={part} taskRun={taskRun} />
      </PageTabs>
    </>
  )
}

function cameFrom({ flowRunId, flowRunName }: Page): { title: string; link: string } {
  return flowRunId === null || flowRunName === null
    ? { title: 'Runs', link: screenLink('/runs') }
    : { title: flowRunName, link: linkTo.flowRun(flowRunId) }
}

function Part({ part, taskRun }: { part: string; taskRun: Page }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  if (part === 'states') return <StatesPart taskRunId={taskRun.id} />
  if (part === 'inputs') return <InputsPart taskRun={taskRun} />
  if (part === 'details') return <DetailsPart taskRun={taskRun} />
  if (part === 'sql') return <SqlPart taskRunId={taskRun.id} />
  return (
    <LogPanel
      of={{ task_run_id: { any_: [taskRun.id] } }}
      isLive={!isFinal(taskRun.stateType)}
      search={readLogSearch(search)}
      onSearch={(asked) =>
        void navigate({
          search: (before) => ({ ...before, ...withLogSearch(before, asked) }),
          replace: true,
        })
      }
    />
  )
}
