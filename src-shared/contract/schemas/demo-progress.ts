import { z } from 'zod'

/** How far the writing of the demo is: `done` of `total` parts; `what` is being written next. */
export const demoProgress = z.object({
  done: z.int().nonnegative(),
  total: z.int().positive(),
  what: z.enum(['flows', 'runs', 'limits', 'indexes', 'nothing']),
})

/** The type of {@link demoProgress}. */
export type DemoProgress = z.output<typeof demoProgress>
