import { z } from 'zod'
import { databaseSettings, savedView } from '../../src-shared/contract/schemas/database-settings.ts'
import {
  defaultPreferences,
  preferences,
  tableLayout,
} from '../../src-shared/contract/schemas/preferences.ts'
import { moment } from '../../src-shared/contract/schemas/timestamp.ts'

const look = preferences.shape

/** What another Sluice wrote may lack something, or hold what this one does not know. */
const keptPreferences = z.object({
  colorScheme: look.colorScheme.catch(defaultPreferences.colorScheme),
  sidebarFolded: look.sidebarFolded.catch(defaultPreferences.sidebarFolded),
  times: look.times.catch(defaultPreferences.times),
  panels: look.panels.catch({}),
})

const keptLayout = z.object({
  columns: tableLayout.shape.columns.catch(null),
  pinned: tableLayout.shape.pinned.catch(null),
  widths: tableLayout.shape.widths.catch({}),
})

/** Those entries of a list that can be read. */
const keptViews = z.array(z.unknown()).transform((views) =>
  views.flatMap((view) => {
    const read = savedView.safeParse(view)
    return read.success ? [read.data] : []
  }),
)

const keptDatabase = z
  .object({
    tables: z.record(z.string(), keptLayout).catch({}),
    views: keptViews.catch([]),
  })
  .pipe(databaseSettings)

/** The settings file, read with mercy: a part that is damaged counts as none, and takes no other with it. */
export const keptSettings = z.object({
  preferences: keptPreferences.catch(defaultPreferences),
  /** Paths of the databases that were opened, the last one first. */
  recent: z.array(z.object({ path: z.string(), opened: moment })).catch([]),
  /** By path, all demos under one name; what was changed last comes last. */
  databases: z.record(z.string(), keptDatabase.catch({ tables: {}, views: [] })).catch({}),
})

/** What Sluice keeps between two starts. */
export type Settings = z.output<typeof keptSettings>
