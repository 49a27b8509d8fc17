/**
 * What a query reads and a command changes: a table of Prefect's, by its name,
 * or `session`, the state of the open database itself, or `settings`, what Sluice keeps of its own.
 */
export const topics = [
  'session',
  'settings',
  'flow',
  'flow_run',
  'flow_run_state',
  'task_run',
  'task_run_state',
  'deployment',
  'deployment_schedule',
  'work_pool',
  'work_queue',
  'concurrency_limit',
  'concurrency_limit_v2',
  'events',
  'event_resources',
  'log',
] as const

/** One of {@link topics}. */
export type Topic = (typeof topics)[number]
