import type { Kysely } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { z } from 'zod'
import type { Area, Operation, Task } from '../../src-shared/contract/operation.ts'
import type { Database } from './tables.ts'

/** What a query's function gets: a write on it does not compile. */
export type Reading = ReadonlyKysely<Database>

/** What a command's function gets: the immediate transaction that the caller began and will end. */
export type Writing = Kysely<Database>

/** What a task's function gets beside its input. */
export interface TaskContext<Progress> {
  /** Fires when the task is to stop; it looks between its parts. */
  readonly signal: AbortSignal
  /** Tells how far the task is. */
  report(progress: Progress): void
}

type TaskArguments<O extends Operation> =
  O extends Task<z.ZodType, z.ZodType, infer G> ? [task: TaskContext<z.output<G>>] : []

/** The function that does an operation. */
export type ModelFunction<O extends Operation> = (
  db: O extends { kind: 'query' } ? Reading : Writing,
  input: z.output<O['input']>,
  ...task: TaskArguments<O>
) => Promise<z.input<O['output']>>

/** The functions that do an area's operations: one each, so that a missing one does not compile. */
export type ModelOf<A extends Area> = { readonly [N in keyof A]: ModelFunction<A[N]> }

/** The same handle, with the promise not to write. */
export function reading(db: Writing): Reading {
  return db as never
}
