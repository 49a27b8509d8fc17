import { z } from 'zod'
import { query } from './operation.ts'
import { facetName, found, labelled, suggestion, tagCount } from './schemas/facet.ts'
import { labelEntry } from './schemas/label-entry.ts'
import type { Topic } from './topics.ts'

const tableOf = { flows: 'flow', flow_runs: 'flow_run', deployments: 'deployment' } as const

const limit = z.int().min(0).max(1000).default(50)

/** What values there are: for a filter's choices, the tags, the palette. Ours. */
export const facets = {
  /** The values of a column that contain `text` in either case, the most frequent first. */
  suggest: query({
    on: 'background',
    input: z.strictObject({ of: facetName, text: z.string().default(''), limit }),
    output: z.array(suggestion),
    reads: ({ of }) => [of.split('.')[0] as Topic],
  }),
  /** The label keys that contain `text`, with how many rows have each. */
  suggestLabelKeys: query({
    on: 'background',
    input: z.strictObject({ of: labelled, text: z.string().default(''), limit }),
    output: z.array(z.object({ key: z.string(), count: z.int() })),
    reads: ({ of }) => [tableOf[of]],
  }),
  /** The values of one label key that contain `text`, typed, with how many rows have each. */
  suggestLabelValues: query({
    on: 'background',
    input: z.strictObject({
      of: labelled,
      key: z.string(),
      text: z.string().default(''),
      limit,
    }),
    output: z.array(z.object({ entry: labelEntry, count: z.int() })),
    reads: ({ of }) => [tableOf[of]],
  }),
  /** Every tag there is, by name, with how many flows, flow runs, deployments and task runs have it. */
  readTagCounts: query({
    on: 'background',
    input: z.strictObject({}),
    output: z.array(tagCount),
    reads: ['flow', 'flow_run', 'deployment', 'task_run'],
  }),
  /** What the palette finds: names that contain the text, ids that begin with it, tags. */
  findAnything: query({
    on: 'background',
    input: z.strictObject({ text: z.string().min(1), limit: z.int().min(0).max(50).default(8) }),
    output: z.array(found),
    reads: ['flow', 'flow_run', 'task_run', 'deployment', 'concurrency_limit_v2'],
  }),
}
