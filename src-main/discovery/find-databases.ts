import type { FoundDatabase } from '../../src-shared/contract/schemas/found-database.ts'
import { findApiServer } from './api-server.ts'
import type { ApiServer } from './api-server.ts'
import { databaseCandidates, defaultCandidate } from './database-candidates.ts'
import type { DatabaseCandidate } from './database-candidates.ts'
import { absolutePath } from './discovery-place.ts'
import type { DiscoveryPlace } from './discovery-place.ts'
import { fileIdentity, readFileFacts } from './file-facts.ts'
import { noteOnKind, noteOnOrder } from './found-notes.ts'
import { profileLayer, readPrefectSettings } from './prefect-settings.ts'
import type { PrefectSettings, SettingsProblem } from './prefect-settings.ts'
import { settingProblems } from './setting-problems.ts'

const noFile = { path: null, exists: false, size: null, modified: null } as const

/**
 * Finds the databases that Prefect 3.9.1 would find, in the order in which its settings count:
 *
 * 1. settings that Prefect does not start with, if there are any;
 * 2. what the settings name, the one that a server would use before those it would not;
 * 3. `~/.prefect/prefect.db`, if a server would use it or if it exists;
 * 4. Prefect Cloud or the server that flows report to;
 * 5. what the other profiles name: files that exist, and PostgreSQL;
 * 6. a `prefect.db` of the working directory that no setting names.
 *
 * Each file is listed once, where it comes first. Never throws: what is wrong with the settings is
 * said in a note. No database is opened.
 */
export async function findDatabases(place: DiscoveryPlace): Promise<FoundDatabase[]> {
  const settings = await readPrefectSettings(place)
  const problems = [...settings.problems, ...settingProblems(settings.layers)]
  const candidates = [...databaseCandidates(place, settings.layers), defaultCandidate(place)]
  const starts = problems.length === 0 && candidates[0]?.address.fault === null
  const used = (starts ? candidates[0] : undefined) ?? null
  const api = findApiServer(settings.layers)
  const found = problems.map(foundProblem)
  for (const candidate of candidates) {
    const entry = await foundCandidate(candidate, used)
    if (candidate.source.kind !== 'home' || entry.exists || entry.usedByServer) found.push(entry)
  }
  if (api) found.push(foundServer(api))
  found.push(...(await foundElsewhere(place, settings, used)))
  return withRemarks(await eachOnce(found), settings.remarks, api)
}

/** The database that `prefect server start` would use here; null if no server would start. */
export async function serverDatabase(place: DiscoveryPlace): Promise<FoundDatabase | null> {
  const found = await findDatabases(place)
  return found.find((database) => database.usedByServer) ?? null
}

function foundProblem({ source, sentence }: SettingsProblem): FoundDatabase {
  return { ...noFile, source, kind: 'unknown', usedByServer: false, note: sentence }
}

function foundServer({ source, kind, note }: ApiServer): FoundDatabase {
  return { ...noFile, source, kind, usedByServer: false, note }
}

async function foundCandidate(
  candidate: DatabaseCandidate,
  used: DatabaseCandidate | null,
): Promise<FoundDatabase> {
  const { source, address } = candidate
  const facts = address.path === null ? noFile : await readFileFacts(address.path)
  const usedByServer = candidate === used
  const missing = usedByServer && address.kind === 'sqlite' && !facts.exists
  const notes = [
    noteOnKind(source, address),
    address.fault,
    usedByServer || address.fault !== null ? null : noteOnOrder(used?.source ?? null),
    missing ? 'The file does not exist yet; a server started here would make it.' : null,
  ]
  const { kind, path } = address
  return { ...facts, path, source, kind, usedByServer, note: joined(notes) }
}

/** What a server started here has nothing to do with. */
async function foundElsewhere(
  place: DiscoveryPlace,
  settings: PrefectSettings,
  used: DatabaseCandidate | null,
): Promise<FoundDatabase[]> {
  const found: FoundDatabase[] = []
  for (const profile of settings.otherProfiles) {
    const [candidate] = databaseCandidates(place, [profileLayer(profile)])
    if (!candidate) continue
    const entry = await foundCandidate(candidate, used)
    const note = joined([
      `The profile \`${profile.name}\` is not the active one.`,
      noteOnKind(candidate.source, candidate.address),
    ])
    if (entry.exists || entry.kind === 'postgresql') found.push({ ...entry, note })
  }
  const path = absolutePath(place, 'prefect.db')
  const facts = await readFileFacts(path)
  const source = { kind: 'working_directory', setting: null, file: null, profile: null } as const
  const order =
    used === null ? 'no setting of Prefect names it' : 'a server started here would use another one'
  const note = `This file lies in the working directory; ${order}.`
  if (facts.exists)
    found.push({ ...facts, path, source, kind: 'sqlite', usedByServer: false, note })
  return found
}

async function eachOnce(found: readonly FoundDatabase[]): Promise<FoundDatabase[]> {
  const seen = new Set<string>()
  const once: FoundDatabase[] = []
  for (const database of found) {
    const identity = database.path === null ? null : await fileIdentity(database.path)
    if (identity !== null && seen.has(identity)) continue
    if (identity !== null) seen.add(identity)
    once.push(database)
  }
  return once
}

function withRemarks(
  found: readonly FoundDatabase[],
  remarks: readonly string[],
  api: ApiServer | null,
): FoundDatabase[] {
  const first = found.findIndex((database) => database.usedByServer)
  return found.map((database, index) => {
    if (index !== Math.max(first, 0)) return database
    const onFile = database.usedByServer && database.path !== null ? api?.noteOnFile : null
    return { ...database, note: joined([database.note, onFile ?? null, ...remarks]) }
  })
}

function joined(notes: readonly (string | null)[]): string | null {
  const sentences = notes.filter((note) => note !== null)
  return sentences.length > 0 ? sentences.join(' ') : null
}
