/** The search part of an address, as the router writes it: each value is JSON. */
export type LinkSearch = Readonly<Record<string, unknown>>

/**
 * The link of a screen within the page: `#/flows?filter=…`.
 *
 * @param path - the screen's path, its parameters put in: `/flows`.
 */
export function screenLink(path: string, search: LinkSearch = {}): string {
  const set = Object.entries(search).filter(([, value]) => value !== undefined)
  if (set.length === 0) return `#${path}`
  const words = set.map(([key, value]) => `${key}=${encodeURIComponent(searchText(value))}`)
  return `#${path}?${words.join('&')}`
}

/** A text that would read as JSON is quoted, so that it stays a text. */
function searchText(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  try {
    JSON.parse(value)
    return JSON.stringify(value)
  } catch {
    return value
  }
}

/** The links of single things. */
export const linkTo = {
  flow: (id: string): string => screenLink(`/flows/${id}`),
  flowRun: (id: string): string => screenLink(`/runs/${id}`),
  taskRun: (id: string): string => screenLink(`/task-runs/${id}`),
  deployment: (id: string): string => screenLink(`/deployments/${id}`),
}

/** The links of the lists that have a tag. */
export const taggedLink = {
  flows: (tag: string): string =>
    screenLink('/flows', { filter: { flows: { tags: { all_: [tag] } } } }),
  flowRuns: (tag: string): string =>
    screenLink('/runs', { filter: { flow_runs: { tags: { all_: [tag] } } } }),
  deployments: (tag: string): string =>
    screenLink('/deployments', { filter: { deployments: { tags: { all_: [tag] } } } }),
  /** Runs that have a task run with the tag. */
  taskRuns: (tag: string): string =>
    screenLink('/runs', { filter: { task_runs: { tags: { all_: [tag] } } } }),
}
