import { expressionBuilder } from 'kysely'
import type { FlowFilters } from '../../../src-shared/contract/schemas/filter-bodies.ts'
import type { Database } from '../../database/tables.ts'
import { given, join, type Condition } from './condition.ts'
import { deploymentCondition } from './deployment-filter.ts'
import { flowCondition } from './flow-filter.ts'
import { flowRunCondition } from './flow-run-filter.ts'
import { labelCondition, type WithLabels } from './label-filter.ts'

/** The filters of one object each, with their label filters: both are asked of the same row. */
type Asked<Key extends keyof FlowFilters> = WithLabels<Pick<FlowFilters, Key>>

/** What is asked of `flow`; undefined where no flow is asked for. */
export function askedOfFlow({ flows, labels }: Asked<'flows'>): Condition | undefined {
  const column = expressionBuilder<Database, 'flow'>().ref('flow.labels')
  return both([
    given(flows, flowCondition),
    given(labels?.flows, (filter) => labelCondition(column, filter)),
  ])
}

/** What is asked of `flow_run`; undefined where no flow run is asked for. */
export function askedOfFlowRun({ flow_runs, labels }: Asked<'flow_runs'>): Condition | undefined {
  const column = expressionBuilder<Database, 'flow_run'>().ref('flow_run.labels')
  return both([
    given(flow_runs, flowRunCondition),
    given(labels?.flow_runs, (filter) => labelCondition(column, filter)),
  ])
}

/** What is asked of `deployment`; undefined where no deployment is asked for. */
export function askedOfDeployment({
  deployments,
  labels,
}: Asked<'deployments'>): Condition | undefined {
  const column = expressionBuilder<Database, 'deployment'>().ref('deployment.labels')
  return both([
    given(deployments, deploymentCondition),
    given(labels?.deployments, (filter) => labelCondition(column, filter)),
  ])
}

function both(parts: readonly (Condition | undefined)[]): Condition | undefined {
  return parts.every((part) => part === undefined) ? undefined : join('and_', parts)
}
