import {
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
  type Mutation,
  type MutationOptions,
  type QueryClient,
  type QueryFunctionContext,
  type QueryKey,
} from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'

/** Something that the host keeps, and the screen changes. */
export interface Kept<T, C> {
  query: { queryKey: QueryKey; queryFn: (context: QueryFunctionContext) => Promise<T> }
  send: (change: C) => Promise<T>
  /** What the host will make of a change. */
  merge: (before: T, change: C) => T
  /** What the changes belong to; changes to what was shown before do not show. */
  owner: string
}

interface Sending<T, C> extends MutationOptions<T, Error, C> {
  mutationKey: QueryKey
}

/** A change that is under way. */
interface UnderWay<C> {
  owner: unknown
  change: C
}

/** How a change is sent: one after another, and each is under way until it was read back. */
export function sendingOf<T, C>(
  client: QueryClient,
  { query, send, owner }: Pick<Kept<T, C>, 'query' | 'send' | 'owner'>,
): Sending<T, C> {
  const { queryKey } = query
  return {
    mutationKey: [...queryKey, owner],
    scope: { id: JSON.stringify(queryKey) },
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey, exact: true }),
  }
}

/** A change as the cache of mutations has it. */
export function underWay<C>({ options, state }: Mutation): UnderWay<C> {
  return { owner: options.mutationKey?.at(-1), change: state.variables as C }
}

/** A value with the changes that are under way to it. */
export function withChanges<T, C>(
  value: T,
  changes: readonly UnderWay<C>[],
  { owner, merge }: Pick<Kept<T, C>, 'owner' | 'merge'>,
): T {
  const own = changes.filter((change) => change.owner === owner)
  return own.reduce((before, { change }) => merge(before, change), value)
}

/**
 * What is kept, with the changes that are under way, and a way to change it. A change that fails
 * goes from sight again.
 *
 * @returns undefined in the place of a value that was not read yet.
 */
export function useOptimistic<T, C>(kept: Kept<T, C>): [T | undefined, (change: C) => void] {
  const { query, merge, owner } = kept
  const client = useQueryClient()
  const value = useQuery<T>(query).data
  const changes = useMutationState({
    filters: { mutationKey: query.queryKey, status: 'pending' },
    select: underWay<C>,
  })
  const { mutate } = useMutation(sendingOf(client, kept))
  const shown = useMemo(
    () => (value === undefined ? undefined : withChanges(value, changes, { owner, merge })),
    [value, changes, owner, merge],
  )
  return [shown, useCallback((change: C) => mutate(change), [mutate])]
}
