/** A source of chance that gives the same on every run. */
export interface Random {
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number
  /** True in one of `n` cases. */
  oneIn(n: number): boolean
  pick<T>(items: readonly T[]): T
  /** Up to `most` different items, in any order. */
  some<T>(items: readonly T[], most: number): T[]
}

/** Makes a {@link Random} (Mulberry32) that begins at `seed`. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    below,
    oneIn: (n) => below(n) === 0,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    some: (items, most) =>
      items
        .map((item) => ({ item, rank: next() }))
        .toSorted((a, b) => a.rank - b.rank)
        .slice(0, below(Math.min(most, items.length) + 1))
        .map(({ item }) => item),
  }
}
