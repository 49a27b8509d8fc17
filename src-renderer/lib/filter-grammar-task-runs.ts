import { allTags, contains, isMissing, isOneOf, noTags, span } from './filter-grammar-leaves.ts'
import type { FilterField } from './filter-grammar-types.ts'

/** Prefect's `TaskRunFilter`. */
export const taskRunFields: readonly FilterField[] = [
  {
    key: 'state',
    title: 'state',
    hasOperator: true,
    leaves: [
      isOneOf('states', { path: ['type', 'any_'] }),
      isOneOf('texts', {
        path: ['name', 'any_'],
        facet: 'task_run.state_name',
        title: 'Is named',
        before: 'is named',
      }),
    ],
  },
  { key: 'name', title: 'name', leaves: [contains, isOneOf('texts', { facet: 'task_run.name' })] },
  {
    key: 'tags',
    title: 'tags',
    hasOperator: true,
    leaves: [allTags('task_run.tags'), noTags],
    trap: 'Prefect asks a task run only for all of the tags, not for any of them.',
  },
  { key: 'start_time', title: 'start', leaves: [...span, isMissing()] },
  { key: 'end_time', title: 'end', leaves: [...span, isMissing()] },
  { key: 'expected_start_time', title: 'expected start', leaves: span },
  {
    key: 'subflow_runs',
    title: 'subflow run',
    leaves: [
      {
        path: ['exists_'],
        kind: 'flag',
        title: 'Has a subflow run',
        words: { whenTrue: 'is there', whenFalse: 'is not there' },
      },
    ],
  },
  {
    key: 'flow_run_id',
    title: 'flow run',
    hasOperator: true,
    leaves: [
      isOneOf('ids', { facet: 'flow_run.id' }),
      isMissing(
        'is not set',
        'is set',
        'A task run that is reached through its flow run always has one: “is not set” matches no row.',
      ),
    ],
    trap: 'Without a value Prefect asks for task runs that have a flow run.',
  },
  { key: 'id', title: 'id', leaves: [isOneOf('ids', { facet: 'task_run.id' })] },
]
