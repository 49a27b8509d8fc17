/** How often each value occurs. */
export type Counts = ReadonlyMap<string, number>

/** True if the text holds the other one, in either case. */
export function holds(value: string, text: string): boolean {
  return value.toLowerCase().includes(text.toLowerCase())
}

/** The values, the most frequent first; those that occur as often, in their order. */
export function mostFrequent<T>(
  counted: Iterable<T>,
  { count, text, limit }: { count: (one: T) => number; text: (one: T) => string; limit: number },
): T[] {
  return [...counted]
    .toSorted((one, other) => {
      if (count(one) !== count(other)) return count(other) - count(one)
      return text(one) < text(other) ? -1 : 1
    })
    .slice(0, limit)
}
