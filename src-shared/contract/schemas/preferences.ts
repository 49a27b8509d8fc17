import { z } from 'zod'

/** How a table's columns are shown. */
export const tableLayout = z.object({
  /** The ids of the columns that are shown, in their order; null: as at first. */
  columns: z.array(z.string()).nullable(),
  /** The ids of the columns that stay in sight at the left; null: as at first. */
  pinned: z.array(z.string()).nullable(),
  /** Widths in pixels, by column, where the user set one. */
  widths: z.record(z.string(), z.number()),
})

/** The type of {@link tableLayout}. */
export type TableLayout = z.output<typeof tableLayout>

/** How a table is shown until the user says otherwise. */
export const layoutAsAtFirst: TableLayout = { columns: null, pinned: null, widths: {} }

/** How the user wants Sluice to look. No defaults: they would turn a change of one into one of all. */
export const preferences = z.object({
  colorScheme: z.enum(['auto', 'light', 'dark']),
  sidebarFolded: z.boolean(),
  /** Times as "4 min ago", or exactly. */
  times: z.enum(['relative', 'absolute']),
  /** Widths of side panels in pixels, by panel. */
  panels: z.record(z.string(), z.number()),
})

/** The type of {@link preferences}. */
export type Preferences = z.output<typeof preferences>

/** What holds until the user says otherwise. */
export const defaultPreferences: Preferences = {
  colorScheme: 'auto',
  sidebarFolded: false,
  times: 'relative',
  panels: {},
}
