import { z } from 'zod'
import { command, query } from './operation.ts'
import { capabilities } from './schemas/capabilities.ts'
import { foundDatabase } from './schemas/found-database.ts'
import { preferences } from './schemas/preferences.ts'
import { sessionState } from './schemas/session-state.ts'

const nothing = z.strictObject({})

/** What is Sluice's own: the open database, the others there are, and what this host can do. */
export const app = {
  session: query({ on: 'host', input: nothing, output: sessionState, reads: ['session'] }),
  capabilities: query({ on: 'host', input: nothing, output: capabilities, reads: [] }),
  findDatabases: query({
    on: 'host',
    input: nothing,
    output: z.array(foundDatabase),
    reads: ['session'],
  }),
  openDatabase: command({
    on: 'host',
    input: z.strictObject({ path: z.string().min(1), readOnly: z.boolean().default(false) }),
    output: sessionState,
    changes: ['session'],
  }),
  preferences: query({ on: 'host', input: nothing, output: preferences, reads: ['settings'] }),
  changePreferences: command({
    on: 'host',
    input: preferences.partial().strict(),
    output: preferences,
    changes: ['settings'],
  }),
}
