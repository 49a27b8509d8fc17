import { z } from 'zod'
import type { TimelineFilter } from '../../lib/timeline-rows.ts'
import { filterMember, filterWithout } from '../../views/log-panel/log-search.ts'

/** The members of the page's address that its parts are kept in. */
export interface RunSearch {
  filter?: unknown
  sort?: unknown
  open?: unknown
  part?: string | undefined
}

const stored = z.object({
  task_runs: z
    .object({
      name: z.object({ like_: z.string() }).optional().catch(undefined),
      state: z
        .object({ type: z.object({ any_: z.array(z.string()) }) })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
})

/** What the timeline shows by the address, in the form of Prefect's `TaskRunFilter`; what cannot be read is unset. */
export function readTimelineFilter({ filter }: RunSearch): TimelineFilter {
  const { task_runs: asked } = stored.catch({}).parse(filter)
  return { text: asked?.name?.like_ ?? '', states: asked?.state?.type.any_ ?? [] }
}

/** An address with another filter of the timeline; that of the logs stays. */
export function withTimelineFilter<S extends RunSearch>(search: S, asked: TimelineFilter): S {
  const { text, states } = asked
  const others = filterWithout(search.filter, 'task_runs')
  if (text === '' && states.length === 0) return { ...search, ...filterMember(others) }
  const taskRuns = {
    ...(text === '' ? {} : { name: { like_: text } }),
    ...(states.length === 0 ? {} : { state: { type: { any_: [...states] } } }),
  }
  return { ...search, ...filterMember([...others, ['task_runs', taskRuns]]) }
}
