import type { DatabaseSource } from '../../src-shared/contract/schemas/found-database.ts'
import { describeSetting } from './found-notes.ts'
import { effectiveValue } from './settings-layer.ts'
import type { SettingsLayer } from './settings-layer.ts'

/** The server that flows report to, as `PREFECT_API_URL` says. A server itself does not heed it. */
export interface ApiServer {
  readonly kind: 'cloud' | 'remote_server'
  readonly source: DatabaseSource
  readonly note: string
  /** What follows for the file that a server started here would use; null if nothing does. */
  readonly noteOnFile: string | null
}

const cloud = 'https://api.prefect.cloud/api'
const thisMachine = /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])(?::\d+)?$/

/** Tells what server the settings name; null if they name none. */
export function findApiServer(layers: readonly SettingsLayer[]): ApiServer | null {
  const found = effectiveValue(layers, 'apiUrl')
  if (typeof found?.value !== 'string' || found.value === '') return null
  const { value: url, source } = found
  const cloudUrl = effectiveValue(layers, 'cloudApiUrl')?.value ?? cloud
  const subject = describeSetting(source)
  if (typeof cloudUrl === 'string' && cloudUrl !== '' && url.startsWith(cloudUrl)) {
    const note = `${subject} names Prefect Cloud; its runs are not in a local file.`
    const noteOnFile = 'Runs started here are kept by Prefect Cloud, not in this file.'
    return { kind: 'cloud', source, note, noteOnFile }
  }
  // Host and port alone: a URL may hold a name and a password before them.
  const host = URL.canParse(url) ? new URL(url).host : ''
  const server = host === '' ? 'a Prefect server' : `the Prefect server at ${host}`
  if (thisMachine.test(host)) {
    const note = `${subject} names ${server}, on this machine; its runs are in the database of that server.`
    return { kind: 'remote_server', source, note, noteOnFile: null }
  }
  const note = `${subject} names ${server}; its runs are not in a local file.`
  const noteOnFile = `Runs started here are kept by ${server}, not in this file.`
  return { kind: 'remote_server', source, note, noteOnFile }
}
