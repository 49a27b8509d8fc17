import { posix, win32 } from 'node:path'

/** All that discovery knows of the machine: it is handed in, so that nothing else is asked. */
export interface DiscoveryPlace {
  /** `process.env`. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The folder that a server would be started in, absolute. */
  readonly workingDirectory: string
  /** What Python's `Path.home()` gives; `os.homedir()` is the same. */
  readonly homeFolder: string
  /** `process.platform` if left out. */
  readonly platform?: NodeJS.Platform
}

/** True if the paths and variables of this place are those of Windows. */
export function isWindows(place: DiscoveryPlace): boolean {
  return (place.platform ?? process.platform) === 'win32'
}

/** Makes a path absolute as Python's `os.path.abspath` does, in the working directory. */
export function absolutePath(place: DiscoveryPlace, path: string): string {
  return (isWindows(place) ? win32 : posix).resolve(place.workingDirectory, path)
}

/**
 * Reads a variable as Python's `os.environ` does: by its exact name, but in any case on Windows.
 * (Most settings are read in any case everywhere, by `environmentLayer`.)
 */
export function environmentVariable(place: DiscoveryPlace, name: string): string | undefined {
  if (!isWindows(place)) return place.environment[name]
  const found = Object.keys(place.environment).find((key) => key.toUpperCase() === name)
  return found === undefined ? undefined : place.environment[found]
}

/**
 * Expands a leading `~` as Python's `Path.expanduser()` does; Prefect does so with `PREFECT_HOME`
 * and with nothing else.
 *
 * @returns the path, or `null` for another user's home (`~name`), which cannot be told from here.
 */
export function expandHomeFolder(place: DiscoveryPlace, path: string): string | null {
  const separators = isWindows(place) ? '/\\\\' : '/'
  // Path('./~/x') is Path('~/x') to Python.
  const parts = new RegExp(`^(?:\\.[${separators}]+)*~([^${separators}]*)(.*)$`, 's').exec(path)
  if (!parts) return path === '' ? '.' : path
  return parts[1] === '' ? place.homeFolder + parts[2] : null
}
