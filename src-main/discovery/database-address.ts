import { absolutePath, isWindows } from './discovery-place.ts'
import type { DiscoveryPlace } from './discovery-place.ts'

/** What a database URL of SQLAlchemy points to. Never holds a password. */
export interface DatabaseAddress {
  readonly kind: 'sqlite' | 'sqlite_memory' | 'postgresql' | 'unknown'
  /** The file, absolute; null unless the kind is `sqlite`. */
  readonly path: string | null
  /** What to call it where it is no file; null if nothing can be said safely. */
  readonly label: string | null
  /** Why a Prefect server does not start with it, as a sentence; null if it does. */
  readonly fault: string | null
}

// SQLAlchemy's own pattern (`sqlalchemy.engine.url._parse_url`): what follows a match is ignored.
const urlPattern =
  /^(?<dialect>[\p{L}\p{N}_+]+):\/\/(?:(?<user>[^:/]*)(?::(?<password>[^@]*))?@)?(?:(?:\[(?<ipv6>[^/?]+)\]|(?<host>[^/:?]+))?(?::(?<port>[^/?]*))?)?(?:\/(?<database>[^?]*))?(?:\?(?<query>.*))?/u
const yes = ['true', 'yes', 'on', 'y', 't', '1']
const no = ['false', 'no', 'off', 'n', 'f', '0']

/** An address that means nothing to Prefect, with the sentence why. */
export function unknownAddress(fault: string): DatabaseAddress {
  return { kind: 'unknown', path: null, label: null, fault }
}

/**
 * Reads a database URL as SQLAlchemy 2.1 does for Prefect: `sqlite+aiosqlite:////absolute`,
 * `///relative` to the working directory, `:memory:`, `file:` URIs where the query has `uri=true`.
 * Percent-encoding is undone; `~` and `$PREFECT_HOME` mean nothing in it.
 */
export function parseDatabaseUrl(place: DiscoveryPlace, url: string): DatabaseAddress {
  const parts = urlPattern.exec(url)?.groups
  if (url === '') return unknownAddress('It is set to nothing, which is not a database URL.')
  if (!parts) return unknownAddress('It is not a database URL.')
  if (/\D/.test(parts.port ?? '')) return unknownAddress('The port in its URL is not a number.')
  const [dialect, driver] = (parts.dialect ?? '').split('+')
  if (dialect === 'sqlite') return sqliteAddress(place, parts, driver)
  if (dialect !== 'postgresql') {
    return unknownAddress('Prefect knows no such database: only SQLite and PostgreSQL.')
  }
  const fault = driver === 'asyncpg' ? null : faultOfDriver('postgresql+asyncpg')
  return { kind: 'postgresql', path: null, label: postgresqlLabel(url, parts), fault }
}

type UrlParts = Readonly<Record<string, string | undefined>>

function faultOfDriver(needed: string): string {
  return `A server does not start with this URL: it must begin with \`${needed}:\`.`
}

function sqliteAddress(
  place: DiscoveryPlace,
  parts: UrlParts,
  driver: string | undefined,
): DatabaseAddress {
  if (parts.user || parts.password || parts.ipv6 || parts.host || parts.port) {
    return unknownAddress('An SQLite URL has three slashes before a relative path, four before /.')
  }
  const query = new URLSearchParams(parts.query ?? '')
  const asUri = (query.get('uri') || 'false').trim().toLowerCase()
  if (!yes.includes(asUri) && !no.includes(asUri)) {
    return unknownAddress('In its query, `uri` is neither true nor false.')
  }
  const database = unquote(parts.database ?? '')
  const file = yes.includes(asUri) ? uriFile(place, database, query) : database
  if (file === null) return unknownAddress('Its `file:` URI names another machine.')
  const fault = driver === 'aiosqlite' ? null : faultOfDriver('sqlite+aiosqlite')
  if (file === '' || file === ':memory:') {
    return { kind: 'sqlite_memory', path: null, label: null, fault }
  }
  return { kind: 'sqlite', path: absolutePath(place, file), label: null, fault }
}

/** What SQLite opens for the name that SQLAlchemy hands it; null if it refuses the name. */
function uriFile(place: DiscoveryPlace, database: string, query: URLSearchParams): string | null {
  const options = [...query].filter(([key, value]) => key !== 'uri' && value && !pythonOnly(key))
  const ending = options.map(([key, value]) => `${key}=${value}`).toSorted()
  const name = database + (ending.length > 0 ? `?${ending.join('&')}` : '')
  // SQLite takes a name without `file:` as it is, question mark and all.
  const uri = /^file:(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/.exec(name)
  if (!uri) return name
  if (uri[1] !== undefined && uri[1] !== '' && uri[1] !== 'localhost') return null
  if (new URLSearchParams(uri[3] ?? '').get('mode') === 'memory') return ':memory:'
  const path = unquote(uri[2] ?? '')
  return isWindows(place) ? path.replace(/^\/(?=[A-Za-z]:)/, '') : path
}

function pythonOnly(key: string): boolean {
  const parameters = 'timeout isolation_level detect_types check_same_thread cached_statements'
  return parameters.split(' ').includes(key)
}

/** Python's `urllib.parse.unquote`: what is no percent-encoding stays as it is. */
function unquote(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  )
}

/** Where a URL is not quoted well, part of its password may be taken for a host or a name. */
function postgresqlLabel(url: string, parts: UrlParts): string | null {
  const signs = url.split('@').length - 1
  if (signs > 1 || (signs === 1 && parts.user === undefined)) return null
  const safe = (text: string | undefined): string | null =>
    text !== undefined && /^[\w.-]+$/.test(text) ? text : null
  const name = safe(parts.database)
  const host = safe(parts.host)
  if (name === null) return host === null ? null : `on ${host}`
  return host === null ? `\`${name}\`` : `\`${name}\` on ${host}`
}
