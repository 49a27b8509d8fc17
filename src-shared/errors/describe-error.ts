import type { ErrorCode, Fault } from './app-error.ts'

/** An error in words: what happened, and what can be done. */
export interface ErrorWords {
  title: string
  next: string
}

const words: Record<ErrorCode, ErrorWords> = {
  invalid_input: {
    title: 'That value is not allowed',
    next: 'Correct the value that is named.',
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
    next: 'The details name the table, the row and the column.',
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
    next: 'The log file has more under that number.',
  },
}

const faultWords: Record<Fault, ErrorWords> = {
  nothing_open: {
    title: 'No database is open',
    next: 'Open one.',
  },
  missing: {
    title: 'The file is not there',
    next: 'It is opened by itself when it is back. Or open another one.',
  },
  folder: {
    title: 'This is a folder',
    next: 'Open the database file in it. Prefect names it prefect.db.',
  },
  empty: {
    title: 'The file is empty',
    next: 'A Prefect server that is started on it fills it. Or open another one.',
  },
  forbidden: {
    title: 'The file may not be read',
    next: 'Change its permissions, then try again.',
  },
  unreachable: {
    title: 'The file cannot be reached',
    next: 'Check the drive or the network it lies on, then try again.',
  },
  cannot_open: {
    title: 'The file cannot be opened where it lies',
    next: 'Check the permissions of the file and of its folder, then try again.',
  },
  not_sqlite: {
    title: 'This is not a SQLite database',
    next: 'Open another file. Prefect names its own prefect.db.',
  },
  damaged: {
    title: 'The database is damaged',
    next: 'Put a backup in its place, or save what is left with the command “sqlite3 FILE .recover”.',
  },
  disk_failed: {
    title: 'The disk does not give or take the data',
    next: 'Check the drive or the network the file lies on, then try again.',
  },
  disk_full: {
    title: 'The disk is full',
    next: 'Free some space, then try again.',
  },
  process_ended: {
    title: 'A process of Sluice ended unexpectedly',
    next: 'Another one takes its place. Look whether the change was made, then try again.',
  },
  no_answer: {
    title: 'Sluice no longer answers',
    next: 'If it was ended, start it again and open the address that it prints. If only the line to it was cut, this page goes on by itself.',
  },
  not_let_in: {
    title: 'Sluice was started again',
    next: 'Open the address that it printed; this page belongs to the one before.',
  },
  not_prefect: {
    title: 'This is not a database of Prefect 3',
    next: 'Open another file.',
  },
  too_new: {
    title: 'The schema is newer than this Sluice knows',
    next: 'Update Sluice, or open another file.',
  },
  migrated: {
    title: 'A Prefect server migrated the database',
    next: 'What is on screen was read anew. Look at it, then try again.',
  },
}

/**
 * Puts an error into words for the screen.
 *
 * @param code - one of the closed list; a new one does not compile until it has words here.
 * @param fault - what exactly is wrong, where that is known; it has the more fitting words.
 */
export function describeError(code: ErrorCode, fault?: Fault): ErrorWords {
  return fault ? faultWords[fault] : words[code]
}
