import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'

/** A count that changes often is told when it rests, in milliseconds. */
const rest = 500

/** What those who hear the table are told, each as it changes. */
export interface Announcer {
  /** How many rows there are, how they are sorted, how many are selected, what was done last. */
  texts: readonly string[]
  announce: (text: string) => void
}

/** Tells changes to those who hear the table. */
export function useAnnouncer(facts: {
  count: string
  sorting: string
  selected: string
}): Announcer {
  const [count] = useDebouncedValue(facts.count, rest)
  const [act, setAct] = useState('')
  return { texts: [count, facts.sorting, facts.selected, act], announce: setAct }
}
