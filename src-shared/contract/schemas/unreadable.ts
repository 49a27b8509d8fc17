import { z } from 'zod'

/**
 * A column of a row whose value no Prefect would write: `stored` is the value as text (its first
 * 2,000 characters). The row's field of that column then holds what stands for "nothing" (null or an
 * empty list), and the screen shows `stored`, marked.
 */
export const unreadableColumn = z.object({ column: z.string(), stored: z.string() })

/** The type of {@link unreadableColumn}. */
export type UnreadableColumn = z.output<typeof unreadableColumn>

/** What every row of a screen's own queries carries: empty for a row that Prefect can read. */
export const unreadable = z.array(unreadableColumn)
