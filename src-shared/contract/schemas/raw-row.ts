import { z } from 'zod'

/** The tables whose rows have a page. */
export const rawTable = z.enum(['flow', 'flow_run', 'task_run', 'deployment'])

/** The type of {@link rawTable}. */
export type RawTable = z.output<typeof rawTable>

/** A row as SQLite has it. */
export const rawRow = z.array(
  z.object({
    column: z.string(),
    /** SQLite's own type of the value, `typeof()`. */
    type: z.enum(['null', 'integer', 'real', 'text', 'blob']),
    /** Empty for NULL; hexadecimal for a blob. */
    text: z.string(),
  }),
)

/** The type of {@link rawRow}. */
export type RawRow = z.output<typeof rawRow>
