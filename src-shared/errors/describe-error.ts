import type { ErrorCode } from './app-error.ts'

/** An error in words: what happened, and what can be done. */
export interface ErrorWords {
  title: string
  next: string
}

const words: Record<ErrorCode, ErrorWords> = {
  invalid_input: {
    title: 'That value is not allowed',
    next: 'Correct the value that is named below.',
  },
  not_found: {
    title: 'It is not there any more',
    next: 'It may have been deleted. Go back to the list.',
  },
  conflict: {
    title: 'It is there already',
    next: 'Choose another name.',
  },
  read_only: {
    title: 'This database is open for reading only',
    next: 'The lock in the status bar says why.',
  },
  database_busy: {
    title: 'Another process is writing to the database',
    next: 'Nothing was changed. Try again in a moment.',
  },
  database_unavailable: {
    title: 'The database cannot be read',
    next: 'Check that the file is there, or open another one.',
  },
  data_unreadable: {
    title: 'A row holds a value that Prefect would not write',
    next: 'The table, the row and the column are named below.',
  },
  schema_unsupported: {
    title: 'This is not a Prefect database that Sluice can read',
    next: 'Open another file, or update Sluice.',
  },
  cancelled: {
    title: 'Stopped',
    next: 'Nothing more is being read.',
  },
  unsupported_here: {
    title: 'This host cannot do that',
    next: 'It works in the desktop app.',
  },
  internal: {
    title: 'Sluice made a mistake',
    next: 'The log file has the details under the number below.',
  },
}

/**
 * Puts an error code into words for the screen.
 *
 * @param code - one of the closed list; a new one does not compile until it has words here.
 */
export function describeError(code: ErrorCode): ErrorWords {
  return words[code]
}
