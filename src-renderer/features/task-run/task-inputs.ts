import { z } from 'zod'

/** Where a task run's input came from. */
export type InputSource =
  | { kind: 'task_run' | 'flow_run'; id: string }
  | { kind: 'parameter'; name: string }
  | { kind: 'constant'; type: string }
  /** One that Prefect does not write; `text` is its JSON. */
  | { kind: 'other'; text: string }

/** An input of a task run, by its parameter's name. */
export interface TaskInput {
  name: string
  /** What the name means where it is not that of a parameter. */
  note: string | null
  /** Empty where the value was given as it is. */
  sources: InputSource[]
}

const source = z.discriminatedUnion('input_type', [
  z.object({ input_type: z.literal('task_run'), id: z.string() }),
  z.object({ input_type: z.literal('flow_run'), id: z.string() }),
  z.object({ input_type: z.literal('parameter'), name: z.string() }),
  z.object({ input_type: z.literal('constant'), type: z.string() }),
])

const stored = z.record(z.string(), z.unknown())

/** Names that Prefect gives what is no parameter. */
const notes: Readonly<Record<string, string>> = {
  wait_for: 'what it waited for',
  __parents__: 'what it was called from',
}

function toSource(value: unknown): InputSource {
  const parsed = source.safeParse(value)
  if (!parsed.success) return { kind: 'other', text: JSON.stringify(value) }
  const { data } = parsed
  if (data.input_type === 'parameter') return { kind: 'parameter', name: data.name }
  if (data.input_type === 'constant') return { kind: 'constant', type: data.type }
  return { kind: data.input_type, id: data.id }
}

/**
 * A task run's `task_inputs`: for each parameter the runs, parameters and constants that its value
 * was made of.
 *
 * @param text - the stored JSON.
 * @returns null where it cannot be read.
 */
export function taskInputs(text: string): TaskInput[] | null {
  try {
    return Object.entries(stored.parse(JSON.parse(text))).map(([name, value]) => ({
      name,
      note: notes[name] ?? null,
      sources: (Array.isArray(value) ? value : [value]).map(toSource),
    }))
  } catch {
    return null
  }
}

/** The ids of the runs of one kind that inputs came from, each once. */
export function sourceIds(inputs: readonly TaskInput[], kind: 'task_run' | 'flow_run'): string[] {
  const ids = inputs.flatMap(({ sources }) =>
    sources.flatMap((one) => (one.kind === kind ? [one.id] : [])),
  )
  return [...new Set(ids)]
}
