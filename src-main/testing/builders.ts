import { completed, testId } from './row-writer.ts'
import type { Given, Rows, Writable } from './rows.ts'
import { RunBuilders } from './run-builders.ts'

const noStorage = {
  bundle_upload_step: null,
  bundle_execution_step: null,
  default_result_storage_block_id: null,
}

/** One method a table: each adds a row as Prefect would have written it, but for what is given. */
export class Builders extends RunBuilders {
  /** A flow, as the REST API makes one: no tags, labels `{}`. */
  flow(given: Given<'flow'> = {}): Rows['flow'] {
    const number = this.writer.count('flow')
    const defaults: Writable<'flow'> = {
      ...this.writer.recorded('flow', number),
      name: `flow-${number}`,
      tags: [],
      labels: {},
    }
    return this.writer.put('flow', completed(defaults, given))
  }

  /** A deployment without pool, schedule or limit. */
  deployment(given: Given<'deployment', 'flow_id'>): Rows['deployment'] {
    const number = this.writer.count('deployment')
    const defaults: Writable<'deployment'> = {
      ...this.writer.recorded('deployment', number),
      name: `deployment-${number}`,
      tags: [],
      parameters: {},
      flow_id: given.flow_id,
      description: null,
      infrastructure_document_id: null,
      parameter_openapi_schema: {},
      storage_document_id: null,
      version: null,
      infra_overrides: {},
      path: null,
      entrypoint: null,
      work_queue_name: null,
      created_by: null,
      updated_by: null,
      work_queue_id: null,
      pull_steps: [],
      enforce_parameter_schema: 1,
      last_polled: null,
      paused: 0,
      status: 'NOT_READY',
      concurrency_limit: null,
      concurrency_options: null,
      concurrency_limit_id: null,
      labels: { 'prefect.flow.id': given.flow_id },
      version_id: null,
    }
    return this.writer.put('deployment', completed(defaults, given))
  }

  /** A deployment's schedule: hourly and active. */
  deploymentSchedule(
    given: Given<'deployment_schedule', 'deployment_id'>,
  ): Rows['deployment_schedule'] {
    const number = this.writer.count('deployment_schedule')
    const defaults: Writable<'deployment_schedule'> = {
      ...this.writer.recorded('deployment_schedule', number),
      schedule: { interval: 3600, anchor_date: '2026-11-01T00:00:00Z', timezone: 'UTC' },
      active: 1,
      deployment_id: given.deployment_id,
      max_scheduled_runs: null,
      parameters: {},
      slug: null,
    }
    return this.writer.put('deployment_schedule', completed(defaults, given))
  }

  /** A work pool and, unless `default_queue_id` is given, the default queue that comes with it. */
  workPool(given: Given<'work_pool'> = {}): Rows['work_pool'] {
    const number = this.writer.count('work_pool')
    const defaults: Writable<'work_pool'> = {
      ...this.writer.recorded('work_pool', number),
      name: `pool-${number}`,
      description: null,
      type: 'process',
      base_job_template: {},
      is_paused: 0,
      concurrency_limit: null,
      default_queue_id: null,
      status: 'NOT_READY',
      last_transitioned_status_at: null,
      last_status_event_id: null,
      storage_configuration: noStorage,
    }
    const pool = this.writer.put('work_pool', completed(defaults, given))
    if (given.default_queue_id !== undefined) return pool
    const description = "The work pool's default queue."
    const queue = this.workQueue({ work_pool_id: pool.id, name: 'default', description })
    this.writer.run('UPDATE work_pool SET default_queue_id = ? WHERE id = ?', [queue.id, pool.id])
    return { ...pool, default_queue_id: queue.id }
  }

  /** A pool's queue. */
  workQueue(given: Given<'work_queue', 'work_pool_id'>): Rows['work_queue'] {
    const number = this.writer.count('work_queue')
    const defaults: Writable<'work_queue'> = {
      ...this.writer.recorded('work_queue', number),
      name: `queue-${number}`,
      filter: null,
      description: '',
      is_paused: 0,
      concurrency_limit: null,
      last_polled: null,
      priority: 1,
      work_pool_id: given.work_pool_id,
      status: 'NOT_READY',
    }
    return this.writer.put('work_queue', completed(defaults, given))
  }

  /** A V1 limit of one slot, free. */
  concurrencyLimit(given: Given<'concurrency_limit'> = {}): Rows['concurrency_limit'] {
    const number = this.writer.count('concurrency_limit')
    const defaults: Writable<'concurrency_limit'> = {
      ...this.writer.recorded('concurrency_limit', number),
      tag: `tag-${number}`,
      concurrency_limit: 1,
      active_slots: [],
    }
    return this.writer.put('concurrency_limit', completed(defaults, given))
  }

  /** A V2 limit of one slot, active, free, without decay. */
  concurrencyLimitV2(given: Given<'concurrency_limit_v2'> = {}): Rows['concurrency_limit_v2'] {
    const number = this.writer.count('concurrency_limit_v2')
    const defaults: Writable<'concurrency_limit_v2'> = {
      ...this.writer.recorded('concurrency_limit_v2', number),
      active: 1,
      name: `tag:tag-${number}`,
      limit: 1,
      active_slots: 0,
      denied_slots: 0,
      slot_decay_per_second: 0,
      avg_slot_occupancy_seconds: 2,
    }
    return this.writer.put('concurrency_limit_v2', completed(defaults, given))
  }

  /** A line that a flow run wrote. */
  log(given: Given<'log'> = {}): Rows['log'] {
    const number = this.writer.count('log')
    const recorded = this.writer.recorded('log', number)
    const defaults: Writable<'log'> = {
      ...recorded,
      name: given.task_run_id ? 'prefect.task_runs' : 'prefect.flow_runs',
      level: 20,
      flow_run_id: null,
      task_run_id: null,
      message: 'Finished in state Completed()',
      timestamp: recorded.created,
    }
    return this.writer.put('log', completed(defaults, given))
  }

  /** A markdown artifact. */
  artifact(given: Given<'artifact'> = {}): Rows['artifact'] {
    const number = this.writer.count('artifact')
    const defaults: Writable<'artifact'> = {
      ...this.writer.recorded('artifact', number),
      key: `report-${number}`,
      type: 'markdown',
      data: '"# Report"',
      metadata_: 'null',
      task_run_id: null,
      flow_run_id: null,
      description: null,
    }
    return this.writer.put('artifact', completed(defaults, given))
  }

  /** An event (a flow run that completed) and, as the server does, a row for each resource of it. */
  event(given: EventGiven = {}): Rows['events'] {
    const { resource, related = [], ...rest } = given
    const number = this.writer.count('events')
    const recorded = this.writer.recorded('events', number)
    const resourceId = given.resource_id ?? `prefect.flow-run.${testId('flow_run', 1)}`
    const main = { 'prefect.resource.id': resourceId, ...resource }
    const defaults: Writable<'events'> = {
      ...recorded,
      occurred: recorded.created,
      event: 'prefect.flow-run.Completed',
      resource_id: resourceId,
      resource: main,
      related_resource_ids: related.map((other) => other['prefect.resource.id']),
      related,
      payload: {},
      received: recorded.created,
      recorded: recorded.updated,
      follows: null,
    }
    const event = this.writer.put('events', completed(defaults, rest))
    for (const each of [main, ...related]) this.#eventResource(event, each)
    return event
  }

  #eventResource(event: Rows['events'], resource: EventResource): void {
    const {
      'prefect.resource.id': resourceId,
      'prefect.resource.role': role = '',
      ...labels
    } = resource
    this.writer.put('event_resources', {
      ...this.writer.recorded('event_resources', this.writer.count('event_resources')),
      occurred: event.occurred,
      resource_id: resourceId,
      resource_role: role,
      resource: labels,
      event_id: event.id,
    })
  }
}

/** A resource of an event, by its labels. */
export interface EventResource {
  'prefect.resource.id': string
  'prefect.resource.role'?: string
  'prefect.resource.name'?: string
  [label: string]: string | undefined
}

/** What a test says of an event: its resources as labels. */
export type EventGiven = Omit<Given<'events'>, 'resource' | 'related' | 'related_resource_ids'> & {
  /** Labels of the main resource, beside its id. */
  resource?: Readonly<Record<string, string>>
  related?: readonly EventResource[]
}
