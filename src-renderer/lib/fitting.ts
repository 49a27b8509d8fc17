/** An average letter of the table's small text, in pixels. */
const letter = 6.6

/** What "+2" takes, in pixels. */
const remainder = 24

/**
 * How many of the texts fit beside each other, the first in any case. An estimate by their length:
 * measuring each cell would lay the table out twice.
 */
export function fitting(
  texts: readonly string[],
  limits: { room: number; most: number; around: number },
): number {
  const { room, most, around } = limits
  let used = 0
  for (const [index, text] of texts.entries()) {
    used += text.length * letter + around
    const rest = index < texts.length - 1 ? remainder : 0
    if (index > 0 && (index >= most || used + rest > room)) return index
  }
  return texts.length
}
