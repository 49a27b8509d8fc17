import type { Cadence } from '../cadence.ts'
import type { JsonObject } from '../python-json.ts'
import { hour, minute } from '../times.ts'

/** A deployment of the demo. */
export interface DeploymentSpec {
  readonly name: string
  readonly flow: string
  /** `pool/queue`; absent: a process that serves the flow. */
  readonly queue?: string
  readonly schedules?: readonly Cadence[]
  readonly tags?: readonly string[]
  readonly parameters?: JsonObject
  readonly description?: string
  readonly version?: string
  readonly paused?: boolean
  readonly concurrency?: { readonly limit: number; readonly strategy?: 'ENQUEUE' | 'CANCEL_NEW' }
}

const allHours = Array.from({ length: 24 }, (_, index) => index)
const weekdays = [1, 2, 3, 4, 5]

function daily(hours: readonly number[], minutes: readonly number[] = [0]): Cadence {
  return { written: 'cron', minutes, hours }
}

function weekly(days: readonly number[], hours: number): Cadence {
  return { written: 'rrule', minutes: [0], hours: [hours], days }
}

/** The deployments of the demo. */
export const deploymentSpecs: readonly DeploymentSpec[] = [
  {
    name: 'production',
    flow: 'sync-orders',
    queue: 'local-process/default',
    schedules: [{ every: 30 * minute }],
    tags: ['production'],
    version: '4.2.0',
    description: 'Orders of all shops into the warehouse.',
  },
  {
    name: 'hourly',
    flow: 'ingest-clickstream',
    queue: 'local-process/default',
    schedules: [daily(allHours, [5])],
    tags: ['production'],
  },
  {
    name: 'every-2h',
    flow: 'sync-crm-contacts',
    queue: 'local-process/high',
    schedules: [{ every: 2 * hour }],
    tags: ['production', 'crm'],
  },
  {
    name: 'every-3h',
    flow: 'sync-inventory',
    queue: 'local-process/default',
    schedules: [{ every: 3 * hour }],
  },
  {
    name: 'nightly',
    flow: 'nightly-warehouse-load',
    queue: 'docker/default',
    schedules: [daily([1], [30])],
    tags: ['production', 'nightly'],
    parameters: { day: 'yesterday' },
    version: '2026.3',
  },
  { name: 'on-demand', flow: 'process-uploads', queue: 'local-process/high', tags: ['on-demand'] },
  {
    name: 'paris',
    flow: 'import-météo',
    schedules: [daily([5, 11, 17, 23], [15])],
    description: 'Relevés des 42 stations, toutes les six heures.',
  },
  {
    name: 'daily',
    flow: 'fetch-exchange-rates',
    queue: 'local-process/high',
    schedules: [{ written: 'cron', minutes: [20], hours: [15], days: weekdays }],
  },
  {
    name: 'weekly',
    flow: 'train-churn-model',
    queue: 'gpu-workers/default',
    schedules: [weekly([1, 4], 5)],
    tags: ['ml'],
    parameters: { folds: 2 },
    version: 'git-8c1f2ab',
  },
  {
    name: 'evening',
    flow: 'embed-documents',
    queue: 'gpu-workers/default',
    schedules: [daily([22])],
    tags: ['ml'],
  },
  {
    name: 'every-8h',
    flow: 'build-feature-store',
    queue: 'docker/default',
    schedules: [{ every: 8 * hour }],
    tags: ['ml', 'production'],
  },
  {
    name: 'twice-daily',
    flow: 'aggregate-sales',
    queue: 'docker/default',
    schedules: [daily([4, 16])],
    tags: ['production'],
  },
  {
    name: 'office-hours',
    flow: 'score-leads',
    queue: 'local-process/default',
    schedules: [
      { written: 'cron', minutes: [45], hours: [7, 8, 9, 11, 13, 15, 16, 17], days: weekdays },
    ],
  },
  {
    name: 'every-6h',
    flow: 'detect-anomalies',
    queue: 'docker/batch',
    schedules: [{ every: 6 * hour }],
    description: 'Waits: the queue is paused.',
  },
  {
    name: 'monday',
    flow: 'forecast-demand',
    queue: 'docker/default',
    schedules: [weekly([1], 3)],
  },
  {
    name: 'production',
    flow: 'publish-reports',
    queue: 'local-process/default',
    schedules: [daily([6])],
    tags: ['production'],
    concurrency: { limit: 1, strategy: 'ENQUEUE' },
    version: '1.8.1',
  },
  {
    name: 'office-hours',
    flow: 'refresh-dashboards',
    schedules: [{ written: 'cron', minutes: [10], hours: [8, 10, 12, 14, 16, 18], days: weekdays }],
  },
  {
    name: 'friday',
    flow: 'send-invoices',
    queue: 'local-process/high',
    schedules: [weekly([5], 14)],
    concurrency: { limit: 1, strategy: 'CANCEL_NEW' },
  },
  {
    name: 'weekly',
    flow: 'send-weekly-digest',
    queue: 'local-process/default',
    schedules: [weekly([1], 7)],
  },
  {
    name: 'every-4h',
    flow: 'scrape-competitor-prices',
    queue: 'docker/default',
    schedules: [{ every: 4 * hour }],
    parameters: { shops: ['alpha', 'beta'], headless: true },
  },
  {
    name: 'every-30min',
    flow: 'check-endpoints',
    schedules: [
      {
        written: 'cron',
        minutes: [0, 30],
        hours: allHours.slice(7, 20),
        days: weekdays,
      },
    ],
    tags: ['monitoring'],
  },
  {
    name: 'daily',
    flow: 'validate-data-quality',
    queue: 'docker/default',
    schedules: [daily([7], [30])],
    tags: ['quality'],
  },
  {
    name: 'nightly',
    flow: 'backup-postgres',
    queue: 'local-process/default',
    schedules: [daily([0], [15])],
    tags: ['ops'],
  },
  {
    name: 'quarterly',
    flow: 'rotate-api-keys',
    queue: 'local-process/high',
    schedules: [weekly([3], 12)],
    paused: true,
    description: 'Paused until the vault is moved.',
  },
]

/** A work pool with its queues, in the order of their priority; the first is the default queue. */
export interface WorkPoolSpec {
  readonly name: string
  readonly type: 'process' | 'docker'
  readonly limit?: number
  readonly description?: string
  readonly queues: readonly {
    readonly name: string
    readonly limit?: number
    readonly paused?: boolean
    readonly description?: string
  }[]
  /** Whether its worker is at work, or was last seen days ago. */
  readonly online: boolean
}

/** The work pools of the demo. */
export const workPoolSpecs: readonly WorkPoolSpec[] = [
  {
    name: 'local-process',
    type: 'process',
    queues: [
      { name: 'default' },
      { name: 'high', limit: 3, description: 'Somebody waits for it.' },
    ],
    online: true,
  },
  {
    name: 'docker',
    type: 'docker',
    limit: 8,
    description: 'One container a run.',
    queues: [{ name: 'default' }, { name: 'batch', paused: true }],
    online: true,
  },
  {
    name: 'gpu-workers',
    type: 'process',
    limit: 6,
    queues: [{ name: 'default' }],
    online: true,
  },
  {
    name: 'old-cluster',
    type: 'process',
    description: 'To be switched off.',
    queues: [{ name: 'default' }],
    online: false,
  },
]
