import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** What a log line may hold beside its event: never values of parameters, labels or rows. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>

/** Writes what happened, a JSON line an event. */
export interface Log {
  readonly file: string
  info(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

/** Beyond this size, in bytes, the file is put aside as `<file>.1` and a new one begun. */
const largestFile = 5_000_000

/** A log in a file. Where it cannot be written, Sluice goes on without. */
export function fileLog(file: string): Log {
  const write = (level: string, event: string, fields: LogFields = {}): void => {
    const line = JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })
    try {
      putAsideIfLarge(file)
      appendFileSync(file, `${line}\n`, { mode: 0o600 })
    } catch {
      // Nothing of what the user asked for depends on the log.
    }
  }
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  } catch {
    // As above: the first line will fail too, and be dropped.
  }
  return {
    file,
    info: (event, fields) => write('info', event, fields),
    error: (event, fields) => write('error', event, fields),
  }
}

function putAsideIfLarge(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestFile) renameSync(file, `${file}.1`)
}
