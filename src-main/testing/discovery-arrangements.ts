import { mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { DiscoveryPlace } from '../discovery/discovery-place.ts'

/**
 * Variables and files before a start of Prefect, and the database it then uses. `<base>` stands
 * for the arrangement's own folder, which holds `home` and the working directory, `work`.
 */
export interface Arrangement {
  readonly name: string
  readonly environment?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  /** The file; `postgresql` or `sqlite_memory`; null if Prefect does not start. */
  readonly uses: string | null
}

/** Lays an arrangement out in a new folder. */
export async function arrange(arrangement: Omit<Arrangement, 'name' | 'uses'>): Promise<{
  readonly base: string
  readonly place: DiscoveryPlace
}> {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'sluice-discovery-')))
  const here = (text: string): string => text.replaceAll('<base>', base)
  await mkdir(join(base, 'home'))
  await mkdir(join(base, 'work'))
  for (const [name, text] of Object.entries(arrangement.files ?? {})) {
    await mkdir(dirname(join(base, name)), { recursive: true })
    await writeFile(join(base, name), here(text))
  }
  const variables = Object.entries(arrangement.environment ?? {})
  const environment = Object.fromEntries(variables.map(([name, value]) => [name, here(value)]))
  const homeFolder = join(base, 'home')
  const workingDirectory = join(base, 'work')
  return {
    base,
    place: { environment: { HOME: homeFolder, ...environment }, homeFolder, workingDirectory },
  }
}

/** The text of a `profiles.toml` with one profile, `a`, which is active. */
function profileA(...lines: string[]): string {
  return ["active = 'a'", '[profiles.a]', ...lines].join('\n')
}

const usual = '<base>/home/.prefect/prefect.db'
const profiles = 'home/.prefect/profiles.toml'
const sqlite = (path: string): string => `sqlite+aiosqlite:///${path}`

const precedence: readonly Arrangement[] = [
  { name: 'nothing at all', uses: usual },
  {
    name: 'a URL goes before a home, and the newer name before the older',
    environment: {
      PREFECT_HOME: '<base>/h',
      PREFECT_API_DATABASE_CONNECTION_URL: sqlite('<base>/older.db'),
      PREFECT_SERVER_DATABASE_CONNECTION_URL: sqlite('<base>/newer.db'),
    },
    uses: '<base>/newer.db',
  },
  {
    name: 'the older name in the environment goes before the newer one in .env',
    environment: { PREFECT_API_DATABASE_CONNECTION_URL: sqlite('<base>/environment.db') },
    files: { 'work/.env': `PREFECT_SERVER_DATABASE_CONNECTION_URL=${sqlite('<base>/dotenv.db')}` },
    uses: '<base>/environment.db',
  },
  {
    name: '.env goes before prefect.toml, which goes before pyproject.toml and the profile',
    files: {
      'work/.env': "export PREFECT_HOME='${HOME}/dot env' # here",
      'work/prefect.toml': "home = '<base>/prefect-toml'",
      'work/pyproject.toml': "[tool.prefect]\nhome = '<base>/pyproject'",
      [profiles]: profileA("PREFECT_HOME = '<base>/profile'"),
    },
    uses: '<base>/home/dot env/prefect.db',
  },
  {
    name: 'prefect.toml goes before pyproject.toml',
    files: {
      'work/prefect.toml': `server.database.connection_url = '${sqlite('<base>/one.db')}'`,
      'work/pyproject.toml': `[tool.prefect.server.database]\nconnection_url = '${sqlite('x.db')}'`,
    },
    uses: '<base>/one.db',
  },
  {
    name: 'a URL of the last source goes before a home of the first',
    environment: { PREFECT_HOME: '<base>/h' },
    files: {
      'h/profiles.toml': profileA(`PREFECT_API_DATABASE_CONNECTION_URL = '${sqlite('rel.db')}'`),
    },
    uses: '<base>/work/rel.db',
  },
  {
    name: 'settings files of a folder above do not count',
    files: { 'prefect.toml': "home = '<base>/above'", '.env': 'PREFECT_HOME=<base>/above' },
    uses: usual,
  },
  {
    name: 'variables count in any case, a profile only in capitals',
    environment: { prefect_home: '<base>/small' },
    files: {
      [profiles]: profileA(
        `prefect_server_database_connection_url = '${sqlite('<base>/small.db')}'`,
      ),
    },
    uses: '<base>/small/prefect.db',
  },
]

const profileChoice: readonly Arrangement[] = [
  {
    name: 'PREFECT_PROFILE goes before the active profile; in .env it means nothing',
    environment: { PREFECT_PROFILE: 'b' },
    files: {
      [profiles]: `${profileA("PREFECT_HOME = '~/a'")}\n[profiles.b]\nPREFECT_HOME = '~/b'`,
      'work/.env': 'PREFECT_PROFILE=a',
    },
    uses: '<base>/home/b/prefect.db',
  },
  {
    name: 'an unknown profile leaves the default',
    environment: { PREFECT_PROFILE: 'test' },
    files: { [profiles]: profileA("PREFECT_HOME = '~/a'") },
    uses: usual,
  },
  {
    name: "Prefect's own profile `test` counts without a profiles file",
    environment: { PREFECT_PROFILE: 'test' },
    uses: 'sqlite_memory',
  },
  {
    name: '... but not with a PREFECT_HOME without one',
    environment: { PREFECT_PROFILE: 'test', PREFECT_HOME: '<base>/empty' },
    uses: '<base>/empty/prefect.db',
  },
  {
    name: 'PREFECT_HOME of .env moves the database and not the profiles',
    files: {
      'work/.env': 'PREFECT_HOME=<base>/moved',
      'moved/profiles.toml': profileA(
        `PREFECT_API_DATABASE_CONNECTION_URL = '${sqlite('<base>/x.db')}'`,
      ),
    },
    uses: '<base>/moved/prefect.db',
  },
  {
    name: 'PREFECT_HOME is expanded for the database and not for the profiles',
    environment: { PREFECT_HOME: '~/moved' },
    files: {
      'home/moved/profiles.toml': profileA(
        `PREFECT_API_DATABASE_CONNECTION_URL = '${sqlite('<base>/x.db')}'`,
      ),
    },
    uses: '<base>/home/moved/prefect.db',
  },
  {
    name: 'PREFECT_PROFILES_PATH counts in .env and in prefect.toml, in this order',
    files: {
      'work/.env': 'PREFECT_PROFILES_PATH=one.toml',
      'work/prefect.toml': "profiles_path = 'two.toml'",
      'work/one.toml': profileA("PREFECT_HOME = '<base>/one'"),
      'work/two.toml': profileA("PREFECT_HOME = '<base>/two'"),
    },
    uses: '<base>/one/prefect.db',
  },
  {
    name: 'no profile counts under test, and `false` is a test too',
    environment: { PREFECT_TESTING_TEST_MODE: 'false' },
    files: { [profiles]: profileA("PREFECT_HOME = '~/a'") },
    uses: usual,
  },
  {
    name: 'a profile with an API URL changes nothing for a server',
    files: {
      [profiles]: profileA("PREFECT_API_URL = 'https://api.prefect.cloud/api/accounts/1'"),
    },
    uses: usual,
  },
]

const forms: readonly Arrangement[] = [
  { name: 'an empty home', environment: { PREFECT_HOME: '' }, uses: '<base>/work/prefect.db' },
  {
    name: 'a home is read as part of a URL',
    environment: { PREFECT_HOME: '<base>/a%20b?c' },
    uses: '<base>/a b',
  },
  {
    name: 'neither ~ nor $PREFECT_HOME counts in a URL',
    environment: { PREFECT_SERVER_DATABASE_CONNECTION_URL: sqlite('~/$PREFECT_HOME/x%20y.db') },
    uses: '<base>/work/~/$PREFECT_HOME/x y.db',
  },
  {
    name: 'a file: URI',
    environment: {
      PREFECT_SERVER_DATABASE_CONNECTION_URL: sqlite('file:a%2520b.db?uri=true&mode=rwc'),
    },
    uses: '<base>/work/a b.db',
  },
  {
    name: 'a file: URI in memory',
    environment: {
      PREFECT_SERVER_DATABASE_CONNECTION_URL: sqlite('file::memory:?cache=shared&uri=true'),
    },
    uses: 'sqlite_memory',
  },
  {
    name: 'a driver and a name, each from another source',
    environment: { PREFECT_SERVER_DATABASE_DRIVER: 'sqlite+aiosqlite', PREFECT_HOME: '<base>/h' },
    files: { 'work/prefect.toml': "server.database.name = '~/named.db'" },
    uses: '<base>/work/~/named.db',
  },
  {
    name: 'a PostgreSQL of parts',
    environment: {
      PREFECT_API_DATABASE_DRIVER: 'postgresql+asyncpg',
      PREFECT_SERVER_DATABASE_HOST: 'db.example.com',
      PREFECT_SERVER_DATABASE_USER: 'prefect',
      PREFECT_SERVER_DATABASE_NAME: 'runs',
      PREFECT_SERVER_DATABASE_PASSWORD: 'hunter2',
    },
    uses: 'postgresql',
  },
  {
    name: 'a PostgreSQL URL with a password from another setting',
    environment: {
      PREFECT_API_DATABASE_CONNECTION_URL:
        'postgresql+asyncpg://prefect:${PREFECT_API_DATABASE_PASSWORD}@db.example.com/runs',
    },
    files: { 'work/.env': 'PREFECT_SERVER_DATABASE_PASSWORD=hunter2' },
    uses: 'postgresql',
  },
]

const faults: readonly Arrangement[] = [
  {
    name: 'an empty newer name goes before an older one that is set',
    environment: {
      PREFECT_API_DATABASE_CONNECTION_URL: sqlite('<base>/x.db'),
      PREFECT_SERVER_DATABASE_CONNECTION_URL: '',
    },
    uses: null,
  },
  {
    name: 'a driver that cannot wait',
    environment: { PREFECT_SERVER_DATABASE_CONNECTION_URL: 'sqlite:///<base>/x.db' },
    uses: null,
  },
  {
    name: 'a PostgreSQL without its parts',
    environment: { PREFECT_SERVER_DATABASE_DRIVER: 'postgresql+asyncpg' },
    uses: null,
  },
  {
    name: 'a password that is not set',
    environment: {
      PREFECT_SERVER_DATABASE_CONNECTION_URL:
        'postgresql+asyncpg://prefect:${PREFECT_SERVER_DATABASE_PASSWORD}@db.example.com/runs',
    },
    uses: null,
  },
  {
    name: 'a prefect.toml that is no TOML',
    files: { 'work/prefect.toml': 'home = \n' },
    uses: null,
  },
  {
    name: 'a pyproject.toml with a value for a table',
    files: { 'work/pyproject.toml': "[tool]\nprefect = 'x'" },
    uses: null,
  },
  {
    name: 'a profiles file that is no TOML',
    files: { [profiles]: '= =' },
    uses: null,
  },
  {
    name: '... which does no harm where PREFECT_HOME of .env is another',
    files: { [profiles]: '= =', 'work/.env': 'PREFECT_HOME=<base>/moved' },
    uses: '<base>/moved/prefect.db',
  },
  {
    name: 'lines of .env that cannot be read are passed over',
    files: { 'work/.env': 'not "a" = line\nPREFECT_HOME="<base>/${NO:-de}f" # here\n' },
    uses: '<base>/def/prefect.db',
  },
]

/** What was seen of Prefect 3.9.1; `e2e/prefect` asks the real one again. */
export const arrangements: readonly Arrangement[] = [
  ...precedence,
  ...profileChoice,
  ...forms,
  ...faults,
]
