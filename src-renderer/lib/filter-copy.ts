import { isTree, valueAt, type FilterBody, type FilterScreen } from './filter-body.ts'
import type { View } from './view-search.ts'

/** Prefect's own limit of an answer. */
const limit = 200

const endpoints = {
  flows: '/flows/filter',
  runs: '/flow_runs/filter',
  deployments: '/deployments/filter',
} as const

/** Where Prefect's API takes a screen's filter: `/flows/filter`. */
export function filterEndpoint(screen: FilterScreen): string {
  return endpoints[screen]
}

/** Prefect's sorts by the column of a table: ascending, descending. */
const sorts: Readonly<Record<FilterScreen, Readonly<Record<string, readonly [string?, string?]>>>> =
  {
    flows: {
      name: ['NAME_ASC', 'NAME_DESC'],
      created: [undefined, 'CREATED_DESC'],
      updated: [undefined, 'UPDATED_DESC'],
    },
    runs: {
      name: ['NAME_ASC', 'NAME_DESC'],
      start: ['START_TIME_ASC', 'START_TIME_DESC'],
      expected: ['EXPECTED_START_TIME_ASC', 'EXPECTED_START_TIME_DESC'],
      nextScheduled: ['NEXT_SCHEDULED_START_TIME_ASC', undefined],
      end: [undefined, 'END_TIME_DESC'],
      id: [undefined, 'ID_DESC'],
    },
    deployments: {
      name: ['NAME_ASC', 'NAME_DESC'],
      created: [undefined, 'CREATED_DESC'],
      updated: [undefined, 'UPDATED_DESC'],
    },
  }

/** The order that a table has at first. */
const firstSort: Readonly<Record<FilterScreen, NonNullable<View['sort']>>> = {
  flows: { column: 'name', descending: false },
  runs: { column: 'start', descending: true },
  deployments: { column: 'name', descending: false },
}

/** Prefect's sort for a table's order; undefined where it has none. */
export function prefectSort(screen: FilterScreen, sort: View['sort']): string | undefined {
  const { column, descending } = sort ?? firstSort[screen]
  return sorts[screen][column]?.[descending ? 1 : 0]
}

/** A text as one word of a POSIX shell. */
export function shellWord(text: string): string {
  if (/^[A-Za-z0-9_./:@,-]+$/.test(text)) return text
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** The filter as the body of Prefect's endpoint, indented. */
export function filterJson(filter: FilterBody): string {
  return JSON.stringify(filter, null, 2)
}

/** A `curl` call of Prefect's API with the filter; its answer ends at 200 rows, as Prefect's own does. */
export function filterCurl(
  screen: FilterScreen,
  { filter, sort }: Pick<View, 'filter' | 'sort'>,
): string {
  const body = JSON.stringify({ ...filter, sort: prefectSort(screen, sort), limit })
  return [
    `curl -sS -X POST "\${PREFECT_API_URL:-http://127.0.0.1:4200/api}${endpoints[screen]}"`,
    `  -H 'Content-Type: application/json'`,
    `  --data-raw ${shellWord(body)}`,
  ].join(' \\\n')
}

/** How the command line writes state names: it changes these to the form beside them. */
const officialNames = [
  'Scheduled',
  'Pending',
  'Running',
  'Completed',
  'Failed',
  'Cancelled',
  'Crashed',
  'Paused',
  'Cancelling',
  'Suspended',
  'AwaitingRetry',
  'Retrying',
  'Late',
]

function staysAsItIs(name: string): boolean {
  const official = officialNames.find((one) => one.toUpperCase() === name.toUpperCase())
  return official === undefined || official === name
}

function textsAt(body: unknown, path: readonly string[]): string[] | undefined {
  const value = valueAt(body, path)
  const isTexts = Array.isArray(value) && value.length > 0
  return isTexts ? value.map(String) : undefined
}

/** Every place of a body at which something stands. */
function placesOf(value: unknown, path: string[] = []): string[] {
  if (!isTree(value)) return [path.join('.')]
  const members = Object.entries(value)
  if (members.length === 0) return [path.join('.')]
  return members.flatMap(([key, member]) => placesOf(member, [...path, key]))
}

function holdsOnly(filter: FilterBody, places: readonly string[]): boolean {
  if (Object.keys(filter).length === 0) return true
  return placesOf(filter).every((place) => places.includes(place))
}

function options(name: string, values: readonly string[] | undefined): string[] {
  return (values ?? []).map((value) =>
    value.startsWith('-')
      ? shellWord(`${name}=${value}`)
      : `${name} ${value === '' ? "''" : shellWord(value)}`,
  )
}

function runsCommand(filter: FilterBody): string | null {
  const flows = textsAt(filter, ['flows', 'name', 'any_'])
  const names = textsAt(filter, ['flow_runs', 'state', 'name', 'any_'])
  const types = textsAt(filter, ['flow_runs', 'state', 'type', 'any_'])
  const said = [
    flows && 'flows.name.any_',
    names?.every(staysAsItIs) && 'flow_runs.state.name.any_',
    types && 'flow_runs.state.type.any_',
  ].filter((place) => typeof place === 'string')
  if (!holdsOnly(filter, said)) return null
  return [
    'prefect flow-run ls',
    ...options('--flow-name', flows),
    ...options('--state', names),
    ...options('--state-type', types),
    `--limit ${limit}`,
  ].join(' ')
}

function deploymentsCommand(filter: FilterBody): string | null {
  const flows = textsAt(filter, ['flows', 'name', 'any_'])
  if (!holdsOnly(filter, flows ? ['flows.name.any_'] : [])) return null
  if (flows?.some((name) => name.startsWith('-') || name === '')) return null
  return ['prefect deployment ls', ...(flows ?? []).map(shellWord)].join(' ')
}

/** The `prefect` command that lists the same rows (200 at most); null where there is none. */
export function filterCommand(
  screen: FilterScreen,
  { filter, labels, neverRan }: Pick<View, 'filter' | 'labels' | 'neverRan'>,
): string | null {
  if (Object.keys(labels).length > 0 || neverRan) return null
  if (screen === 'runs') return runsCommand(filter)
  if (screen === 'deployments') return deploymentsCommand(filter)
  return Object.keys(filter).length === 0 ? `prefect flow ls --limit ${limit}` : null
}
