import type { ReactNode } from 'react'
import type { FlowRunPage } from '../../../src-shared/contract/schemas/run-page.ts'
import { BesideEachOther, DetailSection, DetailSections } from '../../components/detail-section.tsx'
import { FactList } from '../../components/fact-list.tsx'
import { JsonView } from '../../components/json-view.tsx'
import { LabelList } from '../../components/label-list.tsx'
import { Nothing } from '../../components/nothing.tsx'
import { RunTimeList } from '../../components/run-time-list.tsx'
import { ShortId } from '../../components/short-id.tsx'
import { StoredOr } from '../../components/stored-or.tsx'
import { counted } from '../../lib/numbers.ts'
import { retryWords } from '../../lib/retry-words.ts'
import { RawRow } from '../../views/raw-row.tsx'
import { CreatedBy } from './created-by.tsx'

/** All that a flow run's row holds: what it was given, how it was made, the row itself. */
export function DetailsPart({ run }: { run: FlowRunPage }): ReactNode {
  return (
    <DetailSections>
      <BesideEachOther>
        <DetailSection title="Parameters">
          <JsonView label="the parameters" text={run.parameters} />
        </DetailSection>
        <DetailSection title="Context">
          <JsonView label="the context" text={run.context} />
        </DetailSection>
        <DetailSection title="Job variables">
          <JsonView label="the job variables" text={run.jobVariables} />
        </DetailSection>
      </BesideEachOther>
      <BesideEachOther>
        <DetailSection title="Times">
          <RunTimeList run={run} />
        </DetailSection>
        <DetailSection title="Origin">
          <Origin run={run} />
        </DetailSection>
        <DetailSection title="Retries">
          <FactList
            facts={[
              { label: 'Policy', value: retryWords(run.empiricalPolicy) ?? <Nothing /> },
              { label: 'Runs so far', value: counted(run.runCount, 'run') },
            ]}
          />
          <JsonView label="the policy" text={run.empiricalPolicy} />
        </DetailSection>
      </BesideEachOther>
      <DetailSection title="Labels">
        <StoredOr unreadable={run.unreadable} column="labels">
          <LabelList labels={run.labels} />
        </StoredOr>
      </DetailSection>
      <DetailSection title="Row">
        <RawRow table="flow_run" id={run.id} />
      </DetailSection>
    </DetailSections>
  )
}

function Origin({ run }: { run: FlowRunPage }): ReactNode {
  const text = (value: string | null): ReactNode =>
    value === null || value === '' ? <Nothing /> : value
  const id = (value: string | null): ReactNode =>
    value === null ? <Nothing /> : <ShortId id={value} />
  return (
    <FactList
      facts={[
        {
          label: 'Created by',
          value: <CreatedBy text={run.createdBy} withId />,
        },
        { label: 'By a schedule', value: run.autoScheduled ? 'Yes' : 'No' },
        { label: 'Flow version', value: text(run.flowVersion) },
        { label: 'Deployment version', value: text(run.deploymentVersion) },
        { label: 'Idempotency key', value: text(run.idempotencyKey) },
        { label: 'Infrastructure PID', value: text(run.infrastructurePid) },
        { label: 'Infrastructure block', value: id(run.infrastructureDocumentId) },
        { label: 'Work queue id', value: id(run.workQueueId) },
        { label: 'Parent task run', value: id(run.parentTaskRunId) },
      ]}
    />
  )
}
