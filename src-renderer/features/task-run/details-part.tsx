import type { ReactNode } from 'react'
import type { TaskRunPage } from '../../../src-shared/contract/schemas/run-page.ts'
import { BesideEachOther, DetailSection, DetailSections } from '../../components/detail-section.tsx'
import { ExactMoment } from '../../components/exact-moment.tsx'
import { FactList } from '../../components/fact-list.tsx'
import { JsonView } from '../../components/json-view.tsx'
import { LabelList } from '../../components/label-list.tsx'
import { Nothing } from '../../components/nothing.tsx'
import { RunTimeList } from '../../components/run-time-list.tsx'
import { StoredOr } from '../../components/stored-or.tsx'
import { counted } from '../../lib/numbers.ts'
import { retryWords } from '../../lib/retry-words.ts'
import { RawRow } from '../../views/raw-row.tsx'

/** All that a task run's row holds: its task, its cache, its retries, its times, the row itself. */
export function DetailsPart({ taskRun }: { taskRun: TaskRunPage }): ReactNode {
  return (
    <DetailSections>
      <BesideEachOther>
        <DetailSection title="Task">
          <Task taskRun={taskRun} />
        </DetailSection>
        <DetailSection title="Times">
          <RunTimeList run={taskRun} />
        </DetailSection>
        <DetailSection title="Retries">
          <FactList
            facts={[
              { label: 'Policy', value: retryWords(taskRun.empiricalPolicy) ?? <Nothing /> },
              { label: 'Runs so far', value: counted(taskRun.runCount, 'run') },
              { label: "Of the flow run's run", value: taskRun.flowRunRunCount },
            ]}
          />
          <JsonView label="the policy" text={taskRun.empiricalPolicy} />
        </DetailSection>
      </BesideEachOther>
      <DetailSection title="Labels">
        <StoredOr unreadable={taskRun.unreadable} column="labels">
          <LabelList labels={taskRun.labels} />
        </StoredOr>
      </DetailSection>
      <DetailSection title="Row">
        <RawRow table="task_run" id={taskRun.id} />
      </DetailSection>
    </DetailSections>
  )
}

function Task({ taskRun }: { taskRun: TaskRunPage }): ReactNode {
  const { taskKey, dynamicKey, taskVersion, cacheKey, cacheExpiration } = taskRun
  const code = (text: string | null): ReactNode =>
    text === null || text === '' ? <Nothing /> : <code>{text}</code>
  return (
    <FactList
      facts={[
        { label: 'Task key', value: code(taskKey) },
        { label: 'Dynamic key', value: code(dynamicKey) },
        { label: 'Task version', value: code(taskVersion) },
        { label: 'Cache key', value: code(cacheKey) },
        {
          label: 'Cache expires',
          value:
            cacheExpiration === null && cacheKey !== null ? (
              'never'
            ) : (
              <ExactMoment at={cacheExpiration} />
            ),
        },
      ]}
    />
  )
}
