import { z } from 'zod'

/** How a table's columns are shown. */
export const tableLayout = z.object({
  hidden: z.array(z.string()),
  /** Widths in pixels, by column, where the user set one. */
  widths: z.record(z.string(), z.number()),
})

/** The type of {@link tableLayout}. */
export type TableLayout = z.output<typeof tableLayout>

/** How the user wants Sluice to look. */
export const preferences = z.object({
  colorScheme: z.enum(['auto', 'light', 'dark']),
  sidebarFolded: z.boolean(),
  tables: z.record(z.string(), tableLayout),
})

/** The type of {@link preferences}. */
export type Preferences = z.output<typeof preferences>

/** What holds until the user says otherwise. */
export const defaultPreferences: Preferences = {
  colorScheme: 'auto',
  sidebarFolded: false,
  tables: {},
}
