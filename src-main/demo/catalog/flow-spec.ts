import type { JsonObject } from '../python-json.ts'

/** A task of a flow; a run of the flow runs its tasks one after the other. */
export interface TaskSpec {
  /** The Python function. */
  readonly name: string
  /** Shortest and longest run, in seconds. */
  readonly seconds: readonly [number, number]
  readonly tags?: readonly string[]
  readonly retries?: number
  /** A global concurrency limit (or rate limit) that the code asks for, and how many slots. */
  readonly asks?: { readonly limit: string; readonly slots: number }
  /** The name of the flow that this task stands for, if it is a subflow. */
  readonly subflow?: string
}

/** A flow of the demo. */
export interface FlowSpec {
  readonly name: string
  readonly tags: readonly string[]
  /** `null`: the column is NULL, as where an old server made the flow. */
  readonly labels: JsonObject | null
  readonly tasks: readonly TaskSpec[]
  readonly parameters?: JsonObject
  /** How many of the runs that somebody starts by hand fall to this flow, against the others. */
  readonly byHand?: number
  /** The part of runs that does not end Completed. */
  readonly failing?: number
  /** What goes wrong in it. */
  readonly failures?: readonly [string, ...string[]]
  /** Lines that its tasks log. */
  readonly lines?: readonly [string, ...string[]]
  /** The key of the markdown artifact that each run leaves. */
  readonly artifact?: string
}

/** A task in one line. */
export function task(
  name: string,
  seconds: readonly [number, number],
  more: Omit<TaskSpec, 'name' | 'seconds'> = {},
): TaskSpec {
  return { name, seconds, ...more }
}
