import type { z } from 'zod'
import type { Topic } from './topics.ts'

/**
 * Where an operation runs: a query on the `screen` reader (default), the `background` reader
 * (counts, statistics, long scans) or the `writer`; a command on the `writer`; anything on the
 * `host`, which is the main process and never runs SQL.
 */
export type Place = 'screen' | 'background' | 'writer' | 'host'

/** The part of `T` that JSON can carry; anything else becomes `never`. */
export type JsonOf<T> = T extends z.core.util.JSONType | undefined
  ? T
  : T extends (...parameters: never[]) => unknown
    ? never
    : T extends object
      ? { [K in keyof T]: JsonOf<T[K]> }
      : never

/** Refuses, at compile time, a schema whose parsed or wire form is not JSON (a `z.date()`, say). */
type JsonSchema<S extends z.ZodType> = [z.output<S>, z.input<S>] extends [
  JsonOf<z.output<S>>,
  JsonOf<z.input<S>>,
]
  ? unknown
  : { error: 'an operation takes and gives JSON only' }

type Topics<I extends z.ZodType> = readonly Topic[] | ((input: z.output<I>) => readonly Topic[])

/** A question: changes nothing. */
export interface Query<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  P extends Place = Place,
> {
  readonly kind: 'query'
  readonly on: P
  readonly input: I
  readonly output: O
  /** The topics whose change makes the answer stale. */
  reads(input: z.output<I>): readonly Topic[]
}

/** An act: on the writer it is one immediate transaction. */
export interface Command<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  P extends Place = Place,
> {
  readonly kind: 'command'
  readonly on: P
  readonly input: I
  readonly output: O
  /** The topics that are broadcast as changed, after a failure too. */
  changes(input: z.output<I>): readonly Topic[]
}

/** Long work: reports progress under its call id and can be stopped between its parts. */
export interface Task<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  G extends z.ZodType = z.ZodType,
  P extends Place = Place,
> {
  readonly kind: 'task'
  readonly on: P
  readonly input: I
  readonly output: O
  readonly progress: G
  changes(input: z.output<I>): readonly Topic[]
}

/** Anything the contract can declare. */
export type Operation = Query | Command | Task

/** A group of operations that belong together. */
export type Area = Readonly<Record<string, Operation>>

/** Every area by its name. */
export type Contract = Readonly<Record<string, Area>>

/** What a caller may send, before it is parsed. */
export type InputOf<O extends Operation> = z.input<O['input']>

/** What the model receives: parsed and normalised. */
export type ParsedInputOf<O extends Operation> = z.output<O['input']>

/** What the caller gets. */
export type OutputOf<O extends Operation> = z.output<O['output']>

function topicsOf<I extends z.ZodType>(
  declared: Topics<I>,
): (input: z.output<I>) => readonly Topic[] {
  return typeof declared === 'function' ? declared : () => declared
}

/** Declares a question. */
export function query<
  I extends z.ZodType,
  O extends z.ZodType,
  const P extends Place = 'screen',
>(declaration: {
  input: I & JsonSchema<I>
  output: O & JsonSchema<O>
  reads: Topics<I>
  on?: P
}): Query<I, O, P> {
  const { input, output, reads, on = 'screen' as P } = declaration
  return { kind: 'query', on, input, output, reads: topicsOf<I>(reads) }
}

/** Declares an act. */
export function command<
  I extends z.ZodType,
  O extends z.ZodType,
  const P extends 'writer' | 'host' = 'writer',
>(declaration: {
  input: I & JsonSchema<I>
  output: O & JsonSchema<O>
  changes: Topics<I>
  on?: P
}): Command<I, O, P> {
  const { input, output, changes, on = 'writer' as P } = declaration
  return { kind: 'command', on, input, output, changes: topicsOf<I>(changes) }
}

/** Declares long work. */
export function task<
  I extends z.ZodType,
  O extends z.ZodType,
  G extends z.ZodType,
  const P extends 'background' | 'writer' | 'host',
>(declaration: {
  input: I & JsonSchema<I>
  output: O & JsonSchema<O>
  progress: G & JsonSchema<G>
  changes: Topics<I>
  on: P
}): Task<I, O, G, P> {
  const { input, output, progress, changes, on } = declaration
  return { kind: 'task', on, input, output, progress, changes: topicsOf<I>(changes) }
}
