import {
  allTags,
  anyTag,
  contains,
  isMissing,
  isNoneOf,
  isOneOf,
  noTags,
  span,
  withoutValueTrap,
} from './filter-grammar-leaves.ts'
import type { FilterField } from './filter-grammar-types.ts'

/** Prefect's `FlowRunFilterState`. */
const state: FilterField = {
  key: 'state',
  title: 'state',
  hasOperator: true,
  leaves: [
    isOneOf('states', { path: ['type', 'any_'] }),
    isNoneOf('states', { path: ['type', 'not_any_'], trap: withoutValueTrap }),
    isOneOf('texts', {
      path: ['name', 'any_'],
      facet: 'flow_run.state_name',
      title: 'Is named',
      before: 'is named',
    }),
    isNoneOf('texts', {
      path: ['name', 'not_any_'],
      facet: 'flow_run.state_name',
      title: 'Is not named',
      before: 'is not named',
      trap: withoutValueTrap,
    }),
  ],
}

const startTrap = 'While a run has no start, its expected start counts: runs to come match too.'

const times: readonly FilterField[] = [
  {
    key: 'start_time',
    title: 'start',
    leaves: [...span, isMissing('is not set', 'is set', 'Asks the start alone.')],
    trap: startTrap,
  },
  { key: 'end_time', title: 'end', leaves: [...span, isMissing()] },
  { key: 'expected_start_time', title: 'expected start', leaves: span },
  { key: 'next_scheduled_start_time', title: 'next scheduled start', leaves: span },
]

const origins: readonly FilterField[] = [
  {
    key: 'parent_flow_run_id',
    title: 'parent flow run',
    hasOperator: true,
    leaves: [isOneOf('ids', { facet: 'flow_run.id' })],
  },
  {
    key: 'parent_task_run_id',
    title: 'parent task run',
    hasOperator: true,
    leaves: [isOneOf('ids', { facet: 'task_run.id' }), isMissing()],
  },
  {
    key: 'idempotency_key',
    title: 'idempotency key',
    leaves: [
      isOneOf('texts', { facet: 'flow_run.idempotency_key' }),
      isNoneOf('texts', { facet: 'flow_run.idempotency_key', trap: withoutValueTrap }),
    ],
  },
  {
    key: 'created_by',
    title: 'creator',
    hasOperator: true,
    leaves: [
      isOneOf('texts', {
        path: ['type_'],
        facet: 'flow_run.created_by.type',
        title: 'Has a type of',
        before: 'is of type',
      }),
      isOneOf('ids', {
        path: ['id_'],
        facet: 'flow_run.created_by.id',
        title: 'Has an id of',
        before: 'has the id',
      }),
      isMissing(),
    ],
  },
]

/** Prefect's `FlowRunFilter`. */
export const flowRunFields: readonly FilterField[] = [
  state,
  { key: 'name', title: 'name', leaves: [contains, isOneOf('texts', { facet: 'flow_run.name' })] },
  {
    key: 'tags',
    title: 'tags',
    hasOperator: true,
    leaves: [anyTag('flow_run.tags'), allTags('flow_run.tags'), noTags],
  },
  ...times,
  {
    key: 'deployment_id',
    title: 'deployment',
    hasOperator: true,
    leaves: [isOneOf('ids', { facet: 'deployment.id' }), isMissing()],
  },
  {
    key: 'work_queue_name',
    title: 'work queue',
    hasOperator: true,
    leaves: [isOneOf('texts', { facet: 'flow_run.work_queue_name' }), isMissing()],
  },
  {
    key: 'flow_version',
    title: 'flow version',
    leaves: [isOneOf('texts', { facet: 'flow_run.flow_version' })],
  },
  ...origins,
  {
    key: 'id',
    title: 'id',
    leaves: [isOneOf('ids', { facet: 'flow_run.id' }), isNoneOf('ids', { facet: 'flow_run.id' })],
  },
]
