import type {
  FoundDatabase,
  JudgedDatabase,
} from '../../src-shared/contract/schemas/found-database.ts'
import type { SessionState } from '../../src-shared/contract/schemas/session-state.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import type { SchemaVerdict } from '../database/schema-verdict.ts'

/** Processes that look at files at the same time. */
const atOnce = 2

/** What {@link judgeDatabases} needs to know. */
export interface Judging {
  /** Opens a file for a moment. */
  judge: (path: string) => Promise<SchemaVerdict>
  /** The database that is open: its schema is known. */
  open: SessionState
}

/** Adds to each database that was found of which schema it is, or why it cannot be opened. */
export async function judgeDatabases(
  found: readonly FoundDatabase[],
  judging: Judging,
): Promise<JudgedDatabase[]> {
  const judged: JudgedDatabase[] = []
  const waiting = [...found.entries()]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, database] = next
      judged[index] = await judgeDatabase(database, judging)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return judged
}

async function judgeDatabase(
  database: FoundDatabase,
  { judge, open }: Judging,
): Promise<JudgedDatabase> {
  const { path, kind, exists } = database
  if (path === null || kind !== 'sqlite' || !exists) {
    return { ...database, schema: null, problem: null }
  }
  if (open.path === path && open.schema) return { ...database, schema: open.schema, problem: null }
  try {
    return { ...database, schema: (await judge(path)).schema, problem: null }
  } catch (error) {
    const problem = error instanceof AppError ? error.message : 'The file cannot be opened'
    return { ...database, schema: null, problem }
  }
}
