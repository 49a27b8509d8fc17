import { existsSync } from 'node:fs'
import { absolutePath, environmentVariable, expandHomeFolder } from './discovery-place.ts'
import type { DiscoveryPlace } from './discovery-place.ts'
import { parseDotenv } from './dotenv.ts'
import type { DotenvFile } from './dotenv.ts'
import { chooseProfile, isProfilesTable } from './profiles.ts'
import type { Profile } from './profiles.ts'
import { readTextFile, readTomlFile } from './settings-file.ts'
import type { SettingsFile } from './settings-file.ts'
import {
  effectiveValue,
  inAnyCase,
  isTable,
  memberOf,
  tomlLayer,
  variablesLayer,
} from './settings-layer.ts'
import type { LayerSource, SettingsLayer } from './settings-layer.ts'
import type { DatabaseSource } from '../../src-shared/contract/schemas/found-database.ts'

/** Something in the settings that keeps Prefect from starting at all. */
export interface SettingsProblem {
  readonly source: DatabaseSource
  /** A sentence that quotes no value. */
  readonly sentence: string
}

/** Prefect's settings at a place, as far as they bear on the database. */
export interface PrefectSettings {
  /** The layer that counts first is first, as in `PrefectBaseSettings.settings_customise_sources`. */
  readonly layers: readonly SettingsLayer[]
  readonly problems: readonly SettingsProblem[]
  /** What else to know, in sentences. */
  readonly remarks: readonly string[]
  /** The profiles that are not active. */
  readonly otherProfiles: readonly Profile[]
}

/**
 * Reads the settings as Prefect 3.9.1 does. The environment counts before `.env`, then come
 * `prefect.toml`, `pyproject.toml` (all three of the working directory alone, not of a folder
 * above it) and the active profile. Not read: `--profile` of the command line, which nobody has
 * given here, and whole sections as JSON in one variable (`PREFECT_SERVER`).
 */
export async function readPrefectSettings(place: DiscoveryPlace): Promise<PrefectSettings> {
  const dotenv = await readDotenv(place)
  const prefectToml = await readProjectFile(place, 'prefect_toml')
  const pyproject = await readProjectFile(place, 'pyproject_toml')
  const projectFiles = [prefectToml, pyproject]
  const profilesFile = findProfilesFile(place, dotenv.parsed, projectFiles)
  const profiles = profilesFile === null ? null : await readTomlFile(profilesFile)
  const chosen = profiles?.fault
    ? {
        active: null,
        others: [],
        remarks: [`The profiles do not count: their file ${profiles.fault}.`],
      }
    : chooseProfile(place, profilesFile, profiles?.content)
  const environment = { kind: 'environment', file: null, profile: null } as const
  const layers = [
    variablesLayer(environment, inAnyCase(Object.entries(place.environment))),
    variablesLayer(dotenv.source, inAnyCase(dotenv.parsed.variables)),
    ...projectFiles.map((file) => tomlLayer(file.source, file.read.content, file.header)),
    ...(chosen.active ? [profileLayer(chosen.active)] : []),
  ]
  const problems = [
    ...fileProblem(dotenv.source, dotenv.fault),
    ...projectFiles.flatMap(projectFileProblem),
    ...(await profilesProblem(place, layers)),
  ]
  const passedOver = dotenv.parsed.unreadableLines.map(
    (line) => `Line ${line} of \`.env\` cannot be read and is passed over.`,
  )
  // Where nothing starts, what would be chosen does not matter.
  const remarks = problems.length > 0 ? [] : [...chosen.remarks, ...passedOver]
  return { layers, problems, remarks, otherProfiles: chosen.others }
}

/** The layer of a profile. Unlike those of the environment, its names count in capitals alone. */
export function profileLayer(profile: Profile): SettingsLayer {
  const source = { kind: 'profile', file: profile.file, profile: profile.name } as const
  return variablesLayer(source, profile.settings)
}

interface ReadDotenv {
  readonly source: LayerSource
  readonly parsed: DotenvFile
  readonly fault: string | null
}

async function readDotenv(place: DiscoveryPlace): Promise<ReadDotenv> {
  const file = absolutePath(place, '.env')
  const { content, fault } = await readTextFile(file)
  const source = { kind: 'dotenv', file, profile: null } as const
  return { source, parsed: parseDotenv(content ?? '', place.environment), fault }
}

interface ProjectFile {
  readonly source: LayerSource
  /** The way to Prefect's table in the file. */
  readonly header: readonly string[]
  readonly read: SettingsFile<Readonly<Record<string, unknown>>>
}

async function readProjectFile(
  place: DiscoveryPlace,
  kind: 'prefect_toml' | 'pyproject_toml',
): Promise<ProjectFile> {
  const file = absolutePath(place, kind.replace('_', '.'))
  const header = kind === 'prefect_toml' ? [] : ['tool', 'prefect']
  return { source: { kind, file, profile: null }, header, read: await readTomlFile(file) }
}

/**
 * Where Prefect looks for the profile (`_get_profiles_path`); null for the file that it brings.
 * A `PREFECT_HOME` counts here only from the environment, and its `~` is not expanded.
 */
function findProfilesFile(
  place: DiscoveryPlace,
  dotenv: DotenvFile,
  projectFiles: readonly ProjectFile[],
): string | null {
  const fromFiles = projectFiles.map((file) =>
    [...file.header, 'profiles_path'].reduce(memberOf, file.read.content as unknown),
  )
  const named = [
    environmentVariable(place, 'PREFECT_PROFILES_PATH'),
    dotenv.variables.get('PREFECT_PROFILES_PATH'),
    ...fromFiles,
  ].find(Boolean)
  if (typeof named === 'string') return absolutePath(place, named)
  const home = environmentVariable(place, 'PREFECT_HOME')
  if (home) return absolutePath(place, `${home}/profiles.toml`)
  const usual = absolutePath(place, `${place.homeFolder}/.prefect/profiles.toml`)
  return existsSync(usual) ? usual : null
}

function fileProblem(source: LayerSource, fault: string | null): SettingsProblem[] {
  if (fault === null) return []
  const sentence = `This settings file ${fault}. Prefect does not start with it.`
  return [{ source: { ...source, setting: null }, sentence }]
}

function projectFileProblem({ source, header, read }: ProjectFile): SettingsProblem[] {
  if (read.fault !== null || read.content === null) return fileProblem(source, read.fault)
  const sections = [['server', 'database'], ['api'], ['cloud']].map((path) => [...header, ...path])
  for (const path of sections) {
    let value: unknown = read.content
    for (const key of path) {
      value = memberOf(value, key)
      if (value === undefined) break
      if (!isTable(value)) return fileProblem(source, `has a value where \`[${key}]\` belongs`)
    }
  }
  return []
}

/**
 * Beside the profile that counts, Prefect reads all profiles of the file that the finished
 * settings name (`load_profiles`, which heeds `PREFECT_HOME` from everywhere), and fails there.
 */
async function profilesProblem(
  place: DiscoveryPlace,
  layers: readonly SettingsLayer[],
): Promise<SettingsProblem[]> {
  const home = effectiveValue(layers, 'home')?.value ?? '~/.prefect'
  const folder = typeof home === 'string' ? expandHomeFolder(place, home) : null
  const named = effectiveValue(layers, 'profilesPath')?.value ?? `${folder}/profiles.toml`
  if (folder === null || typeof named !== 'string') return []
  const file = absolutePath(
    place,
    named.replaceAll('$PREFECT_HOME', () => folder),
  )
  const { content, fault } = await readTomlFile(file)
  const source = { kind: 'profile', file, profile: null } as const
  if (fault !== null || content === null || isProfilesTable(content)) {
    return fileProblem(source, fault)
  }
  return fileProblem(source, 'does not have the form of a profiles file')
}
