import {
  allTags,
  anyTag,
  contains,
  isMissing,
  isNoneOf,
  isOneOf,
  noTags,
} from './filter-grammar-leaves.ts'
import type { FilterField } from './filter-grammar-types.ts'

/** Prefect's `DeploymentFilter`. */
export const deploymentFields: readonly FilterField[] = [
  {
    key: 'name',
    title: 'name',
    leaves: [contains, isOneOf('texts', { facet: 'deployment.name' })],
  },
  { key: 'flow_or_deployment_name', title: 'name or flow’s name', leaves: [contains] },
  {
    key: 'paused',
    title: 'schedule',
    leaves: [
      {
        path: ['eq_'],
        kind: 'flag',
        title: 'Is paused',
        words: { whenTrue: 'is paused', whenFalse: 'is not paused' },
      },
    ],
  },
  {
    key: 'tags',
    title: 'tags',
    hasOperator: true,
    leaves: [anyTag('deployment.tags'), allTags('deployment.tags'), noTags],
  },
  {
    key: 'work_queue_name',
    title: 'work queue',
    leaves: [isOneOf('texts', { facet: 'deployment.work_queue_name' })],
  },
  {
    key: 'concurrency_limit',
    title: 'concurrency limit',
    leaves: [
      { path: ['ge_'], kind: 'integer', title: 'At least', words: { before: 'is at least' } },
      { path: ['le_'], kind: 'integer', title: 'At most', words: { before: 'is at most' } },
      isMissing(),
    ],
    trap: 'Prefect takes this field and ignores it: it leaves out no deployment.',
  },
  {
    key: 'id',
    title: 'id',
    leaves: [
      isOneOf('ids', { facet: 'deployment.id' }),
      isNoneOf('ids', { facet: 'deployment.id' }),
    ],
  },
]
