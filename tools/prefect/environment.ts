/**
 * A real Prefect to compare with: a Python virtual environment outside the repository.
 *
 * It lies in the user's cache folder (`sluice/prefect-<version>`), or where `SLUICE_PREFECT_VENV`
 * says. Which packages it holds is the list `requirements.txt` beside this file, complete and
 * pinned, so that nothing is left to a resolver.
 *
 * To go to a newer Prefect, renew that one list and what follows from it:
 *
 * 1. In a fresh virtual environment `pip install prefect==<version>`, then write
 *    `pip freeze > tools/prefect/requirements.txt`. (Where pip cannot resolve it on this Python,
 *    install the last version it can, then `pip install --no-deps prefect==<version>`, and
 *    start it once.)
 * 2. `npm run make:schema` writes the schema that this Prefect migrates to.
 * 3. Add the new revisions to the list in `src-main/database`.
 * 4. `npm run test:prefect` says what else has changed.
 */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import envPaths from 'env-paths'

/** Holds the hash of the list that was installed. */
const markerName = 'sluice-requirements.sha256'
const requirementsFile = join(import.meta.dirname, 'requirements.txt')

/** A virtual environment that holds exactly the packages of `requirements.txt`. */
export interface PrefectEnvironment {
  readonly folder: string
  readonly python: string
  /** The version of Prefect in it. */
  readonly version: string
}

/** What a Python process is started with. */
export interface PythonOptions {
  /** `PREFECT_HOME`: the folder of the database and of everything else that Prefect writes. */
  readonly home: string
  /** More environment variables, such as `PREFECT_API_URL`. */
  readonly environment?: Readonly<Record<string, string>>
}

/**
 * Gives the environment, and builds it first where there is none or where the list has changed.
 * It is built beside its place and moved there when it is whole, so that an interrupted build is not
 * mistaken for a good one. (Therefore its scripts do not work, but `python -m` does.)
 * Python is `python3`, or what `SLUICE_PYTHON` says; Prefect wants 3.11 or later.
 */
export async function preparePrefect(
  report: (line: string) => void = () => {},
): Promise<PrefectEnvironment> {
  const requirements = await readFile(requirementsFile, 'utf8')
  const version = /^prefect==(\S+)$/m.exec(requirements)?.[1]
  if (version === undefined) throw new Error(`${requirementsFile} names no version of Prefect`)
  const folder = process.env.SLUICE_PREFECT_VENV ?? defaultFolder(version)
  const hash = createHash('sha256').update(requirements).digest('hex')
  const marker = join(folder, markerName)
  if (!existsSync(marker) || (await readFile(marker, 'utf8')) !== hash) {
    report(`Installing Prefect ${version} into ${folder}`)
    await build(folder, hash)
  }
  return { folder, python: pythonOf(folder), version }
}

async function build(folder: string, hash: string): Promise<void> {
  const place = `${folder}.${process.pid}`
  const python = process.env.SLUICE_PYTHON ?? 'python3'
  const install = ['-m', 'pip', 'install', '--quiet', '--no-deps', '-r', requirementsFile]
  try {
    await finished(spawn(python, ['-m', 'venv', place]), `${python} -m venv`)
    await finished(spawn(pythonOf(place), install), 'pip install')
    await writeFile(join(place, markerName), hash)
    await clear(folder)
    await rename(place, folder)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

function pythonOf(folder: string): string {
  return process.platform === 'win32'
    ? join(folder, 'Scripts', 'python.exe')
    : join(folder, 'bin', 'python')
}

/** Starts Python of the environment, with none of the user's own Prefect settings. */
export function startPython(
  prefect: PrefectEnvironment,
  parameters: readonly string[],
  options: PythonOptions,
): ChildProcess {
  const own = Object.entries(process.env).filter(([name]) => !/^(PREFECT|PYTHON)/.test(name))
  return spawn(prefect.python, [...parameters], {
    // A prefect.toml or pyproject.toml in the working folder would be read as settings.
    cwd: options.home,
    env: {
      ...Object.fromEntries(own),
      NO_PROXY: '127.0.0.1,localhost',
      PREFECT_HOME: options.home,
      PREFECT_SERVER_ANALYTICS_ENABLED: 'false',
      DO_NOT_TRACK: '1',
      PYTHONUTF8: '1',
      PYTHONUNBUFFERED: '1',
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs Python of the environment to its end and gives what it printed; throws if it fails. */
export async function runPython(
  prefect: PrefectEnvironment,
  parameters: readonly string[],
  options: PythonOptions,
): Promise<string> {
  return finished(startPython(prefect, parameters, options), parameters.join(' '))
}

/**
 * Lets Prefect migrate an empty file in `home`, and keeps a copy of it at each revision, in this
 * order: `<home>/<revision>.db`. The file itself, `<home>/prefect.db`, is left at the last one.
 */
export async function migrate(
  prefect: PrefectEnvironment,
  home: string,
  revisions: readonly string[],
): Promise<void> {
  await runPython(prefect, [join(import.meta.dirname, 'migrate.py'), ...revisions], { home })
}

function defaultFolder(version: string): string {
  return join(envPaths('sluice', { suffix: '' }).cache, `prefect-${version}`)
}

async function clear(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const names = await readdir(folder)
  if (names.length > 0 && !names.includes('pyvenv.cfg')) {
    throw new Error(`${folder} holds something else than a virtual environment`)
  }
  await rm(folder, { recursive: true })
}

/** Waits for a process to end and gives what it printed; throws if it fails. */
export function finished(child: ChildProcess, name: string): Promise<string> {
  let printed = ''
  let complaints = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (printed += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(printed)
      else reject(new Error(`${name} ended with ${code}\n${printed}${complaints}`.trim()))
    })
  })
}
