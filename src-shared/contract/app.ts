import { z } from 'zod'
import { command, query, task } from './operation.ts'
import { capabilities } from './schemas/capabilities.ts'
import { databaseSettings } from './schemas/database-settings.ts'
import { demoProgress } from './schemas/demo-progress.ts'
import { judgedDatabase } from './schemas/found-database.ts'
import { preferences } from './schemas/preferences.ts'
import { recentDatabase } from './schemas/recent-database.ts'
import { sessionState } from './schemas/session-state.ts'

const nothing = z.strictObject({})

/** What is Sluice's own: the open database, the others there are, and what this host can do. */
export const app = {
  session: query({ on: 'host', input: nothing, output: sessionState, reads: ['session'] }),
  capabilities: query({ on: 'host', input: nothing, output: capabilities, reads: [] }),
  /**
   * The databases that Prefect's settings name. Each file is opened for a moment, so nothing but the
   * user asks for it anew.
   */
  findDatabases: query({
    on: 'host',
    input: nothing,
    output: z.array(judgedDatabase),
    reads: [],
  }),
  /** The databases that were opened, the last one first; never the demo. */
  recentDatabases: query({
    on: 'host',
    input: nothing,
    output: z.array(recentDatabase),
    reads: ['settings'],
  }),
  /** Takes a database out of {@link app.recentDatabases}; the file stays. */
  forgetDatabase: command({
    on: 'host',
    input: z.strictObject({ path: z.string() }),
    output: z.array(recentDatabase),
    changes: ['settings'],
  }),
  openDatabase: command({
    on: 'host',
    input: z.strictObject({ path: z.string().min(1), readOnly: z.boolean().default(false) }),
    output: sessionState,
    changes: ['session'],
  }),
  /** Leaves the open database. */
  closeDatabase: command({
    on: 'host',
    input: nothing,
    output: sessionState,
    changes: ['session'],
  }),
  /**
   * Opens a demo database of Sluice's own. One that was written today is taken again, unless
   * `anew`; the writing can be stopped, and then nothing is opened.
   */
  openDemo: task({
    on: 'host',
    input: z.strictObject({
      readOnly: z.boolean().default(false),
      anew: z.boolean().default(false),
    }),
    output: sessionState,
    progress: demoProgress,
    changes: ['session'],
  }),
  /** Desktop only: asks for a file; null if the user named none. Opening it is another call. */
  chooseFile: command({ on: 'host', input: nothing, output: z.string().nullable(), changes: [] }),
  /** Desktop only: shows the open file in the system's file manager. */
  revealFile: command({ on: 'host', input: nothing, output: z.null(), changes: [] }),
  preferences: query({ on: 'host', input: nothing, output: preferences, reads: ['settings'] }),
  changePreferences: command({
    on: 'host',
    input: preferences.partial().strict(),
    output: preferences,
    changes: ['settings'],
  }),
  /** What is kept for the open database, known by its path; nothing where none is open. */
  databaseSettings: query({
    on: 'host',
    input: nothing,
    output: databaseSettings,
    reads: ['settings', 'session'],
  }),
  /** Changes what is kept for the open database: one table's layout, or all of its views. */
  changeDatabaseSettings: command({
    on: 'host',
    input: databaseSettings.partial().strict(),
    output: databaseSettings,
    changes: ['settings'],
  }),
}
