import { z } from 'zod'
import { tableLayout } from './preferences.ts'

/** The screens whose view can be saved. */
export const viewScreen = z.enum(['flows', 'runs', 'deployments'])

/** The type of {@link viewScreen}. */
export type ViewScreen = z.output<typeof viewScreen>

/** A view under a name: a screen and the part of the address that says what it shows. */
export const savedView = z.object({
  id: z.string(),
  name: z.string().min(1),
  screen: viewScreen,
  /** What stands behind the `?` of its link. */
  search: z.string(),
})

/** The type of {@link savedView}. */
export type SavedView = z.output<typeof savedView>

/** What Sluice keeps for one database, in its own settings; no defaults, as in `preferences`. */
export const databaseSettings = z.object({
  /** By table. */
  tables: z.record(z.string(), tableLayout),
  /** In the order in which they are listed. */
  views: z.array(savedView),
})

/** The type of {@link databaseSettings}. */
export type DatabaseSettings = z.output<typeof databaseSettings>

/** What holds for a database that was never opened. */
export const defaultDatabaseSettings: DatabaseSettings = { tables: {}, views: [] }
