import type { FacetName } from '../../src-shared/contract/schemas/facet.ts'
import type { BodyPath } from './filter-body.ts'
import type { FilterLeaf } from './filter-grammar-types.ts'

const likeTrap = '% stands for any text and _ for any character. A to Z match in either case.'

/** Said of every `not_any_` on a column that may have no value. */
export const withoutValueTrap = 'Leaves out rows without a value too.'

interface Named {
  facet?: FacetName
  path?: BodyPath
  trap?: string
  title?: string
  before?: string
}

/** `any_` of texts or ids. */
export function isOneOf(kind: 'texts' | 'ids' | 'states', named: Named = {}): FilterLeaf {
  const { facet, path = ['any_'], trap, title = 'Is one of', before = 'is' } = named
  return { path, kind, title, words: { before, between: 'or' }, facet, trap }
}

/** `not_any_` of texts or ids. */
export function isNoneOf(kind: 'texts' | 'ids' | 'states', named: Named = {}): FilterLeaf {
  const { facet, path = ['not_any_'], trap, title = 'Is none of', before = 'is not' } = named
  const words = { before, between: 'nor', many: before.replace('is not', 'is neither') }
  return { path, kind, title, words, facet, trap }
}

/** `like_`. */
export const contains: FilterLeaf = {
  path: ['like_'],
  kind: 'like',
  title: 'Contains',
  words: { before: 'contains' },
  trap: likeTrap,
}

/** `is_null_`, with what it says when true and when false. */
export function isMissing(
  whenTrue = 'is not set',
  whenFalse = 'is set',
  trap?: string,
): FilterLeaf {
  const words = { whenTrue, whenFalse }
  return { path: ['is_null_'], kind: 'flag', title: 'Is there a value', words, trap }
}

/** `after_` and `before_`. */
export const span: readonly FilterLeaf[] = [
  { path: ['after_'], kind: 'moment', title: 'From', words: { before: 'from' } },
  { path: ['before_'], kind: 'moment', title: 'Until', words: { before: 'until' } },
]

/** `all_` of tags, where it stands with `any_` or without. */
export function allTags(facet: FacetName): FilterLeaf {
  return {
    path: ['all_'],
    kind: 'texts',
    title: 'Has all of',
    words: { before: 'include', between: 'and' },
    facet,
  }
}

/** `any_` of tags. */
export function anyTag(facet: FacetName): FilterLeaf {
  return {
    path: ['any_'],
    kind: 'texts',
    title: 'Has any of',
    words: { before: 'include', between: 'or' },
    facet,
  }
}

/** `is_null_` of tags. */
export const noTags: FilterLeaf = {
  path: ['is_null_'],
  kind: 'flag',
  title: 'Has any tag',
  words: { whenTrue: 'are none', whenFalse: 'are some' },
}
