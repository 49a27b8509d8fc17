import { parseArgs } from 'node:util'

/** What `serve` was told. */
export interface ServeOptions {
  /** The database's path; null to find the one that a Prefect server would use. */
  database: string | null
  /** Whether to open the demo. */
  demo: boolean
  /** 0 for any that is free. */
  port: number
  readOnly: boolean
  /** Whether to show the start URL in a browser. */
  open: boolean
  help: boolean
  version: boolean
}

/** A command line that cannot be followed; the message says why. */
export class UsageError extends Error {}

/** What `--help` prints. */
export const usage = `Usage: npm run serve -- [options] [PATH]

  --database PATH   the database to open, the same as PATH alone
                    (default: the one that a Prefect server started here would use;
                    the demo, if there is none)
  --demo            open a demo database, which Sluice writes
  --port N          the port to listen on (default: a free one)
  --read-only       write nothing, whatever the file allows
  --no-open         do not show the page in a browser
  --version         print the version
  --help            print this

  SLUICE_TOKEN      the token of the start address (default: random)
  SLUICE_HOME       the folder of settings, log and demo
`

/**
 * Reads the command line of the browser host.
 *
 * @throws {@link UsageError}
 */
export function parseCommandLine(words: readonly string[]): ServeOptions {
  const { values, positionals } = parsed(words)
  if (positionals.length > 1) throw new UsageError('Name one database only')
  if (values.database !== undefined && positionals.length > 0) {
    throw new UsageError('Name the database once')
  }
  const database = values.database ?? positionals[0] ?? null
  if (values.demo && database !== null) throw new UsageError('Name a database or --demo, not both')
  return {
    database,
    demo: values.demo,
    port: portOf(values.port),
    readOnly: values['read-only'],
    open: !values['no-open'],
    help: values.help,
    version: values.version,
  }
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        database: { type: 'string' },
        demo: { type: 'boolean', default: false },
        port: { type: 'string' },
        'read-only': { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        version: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function portOf(text: string | undefined): number {
  if (text === undefined) return 0
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new UsageError('--port takes a number from 0 to 65535')
}
