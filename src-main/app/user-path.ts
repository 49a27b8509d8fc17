import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** Makes a path absolute that a person typed: `~` is the home folder, as in a shell. */
export function absoluteUserPath(path: string): string {
  const inHome = /^~(?=$|[/\\])(.*)$/s.exec(path)
  return inHome ? join(homedir(), inHome[1] ?? '') : resolve(path)
}
