import { viewSearch } from './view-search.ts'

/** The parts whose table is one of deployments; those of other parts show flow runs. */
const ofDeployments = 'deployments'

/**
 * An address with another part of its page. What its table shows is kept, but not from a table of runs
 * to one of deployments: their filters and columns differ.
 */
export function withPart<S extends { part?: string | undefined }>(
  search: S,
  before: string,
  next: string,
): S {
  if (before !== ofDeployments && next !== ofDeployments) return { ...search, part: next }
  const beside = Object.entries(search).filter(([key]) => !(key in viewSearch.shape))
  return { ...(Object.fromEntries(beside) as S), part: next }
}
