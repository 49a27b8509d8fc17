/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

/** Numbers in words, three or more in a row as a range: "1 to 5 and 9". */
export function inRuns(values: readonly number[], wordOf: (value: number) => string): string {
  const runs: number[][] = []
  for (const value of values) {
    const run = runs.at(-1)
    if (run && value === (run.at(-1) ?? 0) + 1) run.push(value)
    else runs.push([value])
  }
  const words = runs.flatMap((run) => {
    const [first = 0] = run
    if (run.length < 3) return run.map(wordOf)
    return [`${wordOf(first)} to ${wordOf(run.at(-1) ?? first)}`]
  })
  return listed(words)
}

/** The step between values that stand equally far apart; null where they do not, or there is one. */
export function stepOf(values: readonly number[]): number | null {
  const [first, second] = values
  if (first === undefined || second === undefined) return null
  const step = second - first
  return values.every((value, index) => value === first + index * step) ? step : null
}
