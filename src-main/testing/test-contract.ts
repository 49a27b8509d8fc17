import { z } from 'zod'
import { command, query, task } from '../../src-shared/contract/operation.ts'

const named = z.strictObject({ name: z.string().min(1), count: z.int().optional() })

/** A contract with one operation of each kind, for what must hold whatever the operations are. */
export const testContract = {
  things: {
    readThing: query({ input: named, output: z.object({ name: z.string() }), reads: ['flow'] }),
    changeThing: command({
      input: named,
      output: z.boolean(),
      changes: ({ name }) => (name === 'log' ? ['log'] : ['flow', 'deployment']),
    }),
    makeThings: task({
      on: 'background',
      input: named,
      output: z.int(),
      progress: z.object({ done: z.int().min(0) }),
      changes: ['flow_run'],
    }),
    mendThings: task({
      on: 'writer',
      input: named,
      output: z.int(),
      progress: z.object({ done: z.int().min(0) }),
      changes: ['flow'],
    }),
  },
}
