import { isTree, type BodyPath } from './filter-body.ts'

/**
 * A field with another value at one of its operators; undefined if nothing is left of it.
 *
 * @param path - below the field: `['type', 'any_']`, or `['operator']`.
 */
export function fieldValue(field: unknown, path: BodyPath, value: unknown): unknown {
  const [key = '', ...rest] = path
  const { [key]: before, ...others } = isTree(field) ? field : {}
  const after = rest.length > 0 ? fieldValue(before, rest, value) : value
  const isUnset = after === undefined || (key === 'operator' && after === 'and_')
  const next = isUnset ? others : { ...(isTree(field) ? field : {}), [key]: after }
  return Object.keys(next).every((name) => name === 'operator') ? undefined : next
}
