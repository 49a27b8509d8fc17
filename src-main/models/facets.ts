import type { contract } from '../../src-shared/contract/contract.ts'
import type { ModelOf } from '../database/model.ts'
import { findAnything } from './facets/find-anything.ts'
import { suggestLabelKeys, suggestLabelValues } from './facets/label-values.ts'
import { suggest } from './facets/suggest.ts'
import { readTagCounts } from './facets/tag-counts.ts'

/** What values there are in the file: for filters, the tags, the palette. */
export const facets: ModelOf<typeof contract.facets> = {
  suggest,
  suggestLabelKeys,
  suggestLabelValues,
  readTagCounts,
  findAnything,
}
