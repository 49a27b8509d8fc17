import { z } from 'zod'
import { schemaState } from './session-state.ts'
import { timestamp } from './timestamp.ts'

/** Where a database was named: the settings source of Prefect, or the place where a file lies. */
export const databaseSource = z.object({
  kind: z.enum([
    'environment',
    'dotenv',
    'prefect_toml',
    'pyproject_toml',
    'profile',
    'home',
    'working_directory',
  ]),
  /**
   * The setting as it is written there, `PREFECT_HOME` or `server.database.connection_url`.
   * Null for a file that no setting names, and for a settings file that cannot be read.
   */
  setting: z.string().nullable(),
  /** The settings file; null for the environment, for what Prefect brings, and for no setting. */
  file: z.string().nullable(),
  /** The profile's name, if it is one. */
  profile: z.string().nullable(),
})

/** The type of {@link databaseSource}. */
export type DatabaseSource = z.output<typeof databaseSource>

/** A database that Prefect's settings name, or that lies where one would look for it. */
export const foundDatabase = z.object({
  /** The file as an absolute path. Null for what is no file (all kinds but `sqlite`). */
  path: z.string().nullable(),
  source: databaseSource,
  /** `unknown` also stands for a settings file or value that Prefect does not start with. */
  kind: z.enum(['sqlite', 'sqlite_memory', 'postgresql', 'cloud', 'remote_server', 'unknown']),
  /** True for the one that `prefect server start` would use here. None, if it would not start. */
  usedByServer: z.boolean(),
  /** True if {@link path} is a file now. */
  exists: z.boolean(),
  /** Size of the file in bytes, its WAL not counted. */
  size: z.number().nullable(),
  /** When the file or its WAL last changed. */
  modified: timestamp.nullable(),
  /** What to know about it, in one or more sentences. Never holds a password. */
  note: z.string().nullable(),
})

/** The type of {@link foundDatabase}. */
export type FoundDatabase = z.output<typeof foundDatabase>

/** A database that was found, and what opening it for a moment tells. */
export const judgedDatabase = foundDatabase.extend({
  /** What its schema is; null for what is no SQLite file that exists and can be opened. */
  schema: schemaState.nullable(),
  /** Why a file that exists cannot be opened, as a sentence. */
  problem: z.string().nullable(),
})

/** The type of {@link judgedDatabase}. */
export type JudgedDatabase = z.output<typeof judgedDatabase>
