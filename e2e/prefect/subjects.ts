import type { OperationName } from '../fixtures/sluice-server.ts'
import { grammars, type Grammar } from './grammar.ts'

/** A row as an answer gives it. */
export type Row = Readonly<Record<string, unknown>>

/** A list that both give: how each is asked for it, and what it may be asked. */
export interface Subject {
  /** The table that its rows are of. */
  readonly table: string
  /** The folder of the list in Prefect's REST. */
  readonly path: string
  readonly read: OperationName
  readonly count: OperationName
  readonly grammar: Grammar
  /** What each sort goes by: rows of one key may come in any order. */
  readonly sorts: Readonly<Record<string, (row: Row) => unknown>>
  readonly defaultSort: string
}

const by = (key: string) => (row: Row) => row[key]
const started = (row: Row) => row['start_time'] ?? row['expected_start_time']

const ofNamed = {
  CREATED_DESC: by('created'),
  UPDATED_DESC: by('updated'),
  NAME_ASC: by('name'),
  NAME_DESC: by('name'),
}

const ofRuns = {
  ID_DESC: by('id'),
  EXPECTED_START_TIME_ASC: by('expected_start_time'),
  EXPECTED_START_TIME_DESC: by('expected_start_time'),
  NAME_ASC: by('name'),
  NAME_DESC: by('name'),
  NEXT_SCHEDULED_START_TIME_ASC: by('next_scheduled_start_time'),
  END_TIME_DESC: by('end_time'),
}

const flows: Subject = {
  table: 'flow',
  path: '/flows',
  read: 'flows.readFlows',
  count: 'flows.countFlows',
  grammar: grammars.flows,
  sorts: ofNamed,
  defaultSort: 'NAME_ASC',
}

const flowRuns: Subject = {
  table: 'flow_run',
  path: '/flow_runs',
  read: 'flowRuns.readFlowRuns',
  count: 'flowRuns.countFlowRuns',
  grammar: grammars.flow_runs,
  sorts: { ...ofRuns, START_TIME_ASC: started, START_TIME_DESC: started },
  defaultSort: 'ID_DESC',
}

const deployments: Subject = {
  table: 'deployment',
  path: '/deployments',
  read: 'deployments.readDeployments',
  count: 'deployments.countDeployments',
  grammar: grammars.deployments,
  sorts: ofNamed,
  defaultSort: 'NAME_ASC',
}

const taskRuns: Subject = {
  table: 'task_run',
  path: '/task_runs',
  read: 'taskRuns.readTaskRuns',
  count: 'taskRuns.countTaskRuns',
  grammar: grammars.task_runs,
  // The duration's ties are broken by Prefect itself.
  sorts: { ...ofRuns, DURATION_ASC: by('id'), DURATION_DESC: by('id') },
  defaultSort: 'ID_DESC',
}

const logs: Subject = {
  table: 'log',
  path: '/logs',
  read: 'logs.readLogs',
  count: 'logs.countLogs',
  grammar: grammars.logs,
  sorts: { TIMESTAMP_ASC: by('timestamp'), TIMESTAMP_DESC: by('timestamp') },
  defaultSort: 'TIMESTAMP_ASC',
}

/** The lists of Prefect's that Sluice gives, by the name in the path. */
export const subjects = { flows, flow_runs: flowRuns, deployments, task_runs: taskRuns, logs }
