import { useMemo, useSyncExternalStore } from 'react'
import type { RanStatement } from '../../src-shared/contract/wire.ts'
import type { OperationKey } from './operation-key.ts'

/** What one query of the database ran when it was asked last. */
export interface RanStatements {
  /** `area.operation`. */
  operation: string
  statements: readonly RanStatement[]
}

/** Of how many queries this is kept: many more than a page asks. */
const mostQueries = 200

const ranByKey = new Map<string, RanStatements>()
const listeners = new Set<() => void>()

/** An input is parsed, so that its members come in one order. */
function textOf(key: OperationKey): string {
  return JSON.stringify(key)
}

/** Keeps what a query has just run, in the place of what it ran before. */
export function noteStatements(key: OperationKey, statements: readonly RanStatement[]): void {
  const text = textOf(key)
  ranByKey.delete(text)
  ranByKey.set(text, { operation: `${key[0]}.${key[1]}`, statements })
  if (ranByKey.size > mostQueries) ranByKey.delete(ranByKey.keys().next().value ?? '')
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** What some queries ran, in their order; those that were not answered yet are left out. */
export function statementsOf(keys: readonly OperationKey[]): RanStatements[] {
  return keys.flatMap((key) => ranByKey.get(textOf(key)) ?? [])
}

/** Gives the same list as long as it holds the same. */
function steadily(keys: readonly OperationKey[]): () => RanStatements[] {
  let last: RanStatements[] = []
  return () => {
    const now = statementsOf(keys)
    const isSame = now.length === last.length && now.every((ran, index) => ran === last[index])
    if (!isSame) last = now
    return last
  }
}

/** What the queries of these keys ran when they were asked last, for a component. */
export function useStatements(keys: readonly OperationKey[]): readonly RanStatements[] {
  const text = JSON.stringify(keys)
  const read = useMemo(() => steadily(JSON.parse(text) as OperationKey[]), [text])
  return useSyncExternalStore(listen, read)
}

/** As {@link useStatements}, by what `useQuery` is given. */
export function useStatementsOf(
  options: readonly { queryKey: OperationKey }[],
): readonly RanStatements[] {
  return useStatements(options.map(({ queryKey }) => queryKey))
}
