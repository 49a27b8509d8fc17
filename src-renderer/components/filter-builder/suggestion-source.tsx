import type { UseQueryOptions } from '@tanstack/react-query'
import { createContext, useContext, type ReactNode } from 'react'
import type { FacetName, Labelled, Suggestion } from '../../../src-shared/contract/schemas/facet.ts'
import type { LabelEntry } from '../../../src-shared/contract/schemas/label-entry.ts'

type Question<T> = UseQueryOptions<T[], Error, T[], readonly [string, string, unknown]>

/** Where a filter's values are suggested from: questions, as TanStack Query takes them. */
export interface SuggestionSource {
  values: (asked: { of: FacetName; text: string }) => Question<Suggestion>
  labelKeys: (asked: { of: Labelled; text: string }) => Question<{ key: string; count: number }>
  labelValues: (asked: {
    of: Labelled
    key: string
    text: string
  }) => Question<{ entry: LabelEntry; count: number }>
}

const SourceContext = createContext<SuggestionSource | null>(null)

/** Hands the suggestions to the editors below. */
export function SuggestionProvider(props: {
  source: SuggestionSource
  children: ReactNode
}): ReactNode {
  return <SourceContext value={props.source}>{props.children}</SourceContext>
}

/** Where the editors' suggestions come from. */
export function useSuggestionSource(): SuggestionSource {
  const source = useContext(SourceContext)
  if (!source) throw new Error('there is no SuggestionProvider above')
  return source
}
