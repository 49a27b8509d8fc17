/** A row of `concurrency_limit_v2`. Its counter is what the runs of the demo have left in it. */
export interface LimitSpec {
  readonly name: string
  readonly limit: number
  readonly active?: boolean
  readonly decay?: number
  /** How many days ago it was created; events tell of those of the last week. Default 80. */
  readonly age?: number
}

/**
 * The tag limits and global limits of the demo; the limits of deployments follow from
 * the deployments. What is wrong with which of them: `planted/`.
 */
export const limitSpecs: readonly LimitSpec[] = [
  /** Leaked by a restart of the server: 2 of 2, and nobody holds a slot. */
  { name: 'tag:gpu', limit: 2 },
  /** Full of zombies: 3 of 3, held by runs whose processes are gone. */
  { name: 'tag:spark', limit: 3 },
  /** Half true: 3 of 4, one of them held by a run that lives. */
  { name: 'tag:database', limit: 4 },
  /** Healthy and in use. */
  { name: 'tag:browser', limit: 3 },
  /** Healthy and idle. */
  { name: 'tag:ftp', limit: 1 },
  /** A rate limit: slots come back by themselves, three a minute. */
  { name: 'crm-api', limit: 500, decay: 0.05 },
  /** A global limit, healthy and in use. */
  { name: 'reporting-db', limit: 4 },
  /** New, and nothing has asked for it yet. */
  { name: 'mail-relay', limit: 10, age: 2 },
  /** Switched off, so not enforced. */
  { name: 'legacy-batch', limit: 2, active: false },
]

/** The row of the old table `concurrency_limit`: no client of today asks for it. */
export const oldLimit = { tag: 'legacy-ftp', limit: 3 } as const
