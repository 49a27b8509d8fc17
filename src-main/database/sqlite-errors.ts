import { AppError, type Fault } from '../../src-shared/errors/app-error.ts'

interface SqliteError extends Error {
  code: string
}

function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')
}

const unavailable: Readonly<Record<string, readonly [Fault, sentence: string]>> = {
  SQLITE_CANTOPEN: ['cannot_open', 'The file cannot be opened'],
  SQLITE_NOTADB: ['not_sqlite', 'The file is not a SQLite database'],
  SQLITE_CORRUPT: ['damaged', 'The file is damaged or cut short'],
  SQLITE_IOERR: ['disk_failed', 'The file cannot be read or written where it lies'],
  SQLITE_FULL: ['disk_full', 'The disk is full; nothing was changed'],
  SQLITE_PERM: ['cannot_open', 'The file may not be opened'],
  SQLITE_AUTH: ['cannot_open', 'The file may not be opened'],
}

/** `SQLITE_IOERR_READ` → `SQLITE_IOERR`. */
function primaryCode(code: string): string {
  return code.split('_').slice(0, 2).join('_')
}

/**
 * Puts an error of SQLite's into one of ours; anything else is passed on as it is. The only place
 * that knows SQLite's codes.
 */
export function fromSqliteError(error: unknown): unknown {
  if (!isSqliteError(error)) return error
  const primary = primaryCode(error.code)
  if (primary === 'SQLITE_BUSY' || primary === 'SQLITE_LOCKED') {
    return new AppError('database_busy', 'Another process holds the lock on the database')
  }
  if (primary === 'SQLITE_READONLY') {
    return new AppError('read_only', 'The database cannot be written where it lies')
  }
  const known = unavailable[primary]
  if (!known) return error
  const [fault, sentence] = known
  return new AppError('database_unavailable', sentence, { fault })
}

/** True where SQLite could not open the file, for want of a place for its `-shm` file say. */
export function isCannotOpen(error: unknown): boolean {
  return (
    isSqliteError(error) && ['SQLITE_CANTOPEN', 'SQLITE_READONLY'].includes(primaryCode(error.code))
  )
}

/** True where a value clashes with a unique index. */
export function isUniqueViolation(error: unknown): boolean {
  return isSqliteError(error) && error.code.startsWith('SQLITE_CONSTRAINT_UNIQUE')
}

/** True where a statement names what the file's schema does not have: a table, a column. */
export function isSqlError(error: unknown): boolean {
  return isSqliteError(error) && primaryCode(error.code) === 'SQLITE_ERROR'
}
