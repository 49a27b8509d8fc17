import type { FacetName } from '../../src-shared/contract/schemas/facet.ts'
import type { BodyPath, FilterGroup } from './filter-body.ts'

/** What a place of a filter takes. */
export type LeafKind = 'ids' | 'texts' | 'like' | 'states' | 'moment' | 'flag' | 'integer'

/** One operator of a field: a place of the body that holds a value. */
export interface FilterLeaf {
  /** Below the field: `['any_']`, `['type', 'any_']`. */
  path: BodyPath
  kind: LeafKind
  /** What is asked, for a heading: "is one of". */
  title: string
  /** Puts values into a sentence: `is` … `or`; of a flag, what true and false say. */
  words: LeafWords
  /** Where its values are suggested from. */
  facet?: FacetName
  /** What Prefect does that one may not expect. */
  trap?: string
}

/** How a leaf is said: the words before its values and between them, or those of true and of false. */
export type LeafWords =
  { before: string; between?: string; many?: string } | { whenTrue: string; whenFalse: string }

/** One field of a filter object, which is one chip. */
export interface FilterField {
  key: string
  /** "state", as a sentence begins on a chip. */
  title: string
  /** Its parts can be joined by or. */
  hasOperator?: boolean
  leaves: readonly FilterLeaf[]
  trap?: string
}

/** One filter object. */
export interface GroupGrammar {
  group: FilterGroup
  /** "Flow run". */
  title: string
  fields: readonly FilterField[]
}
