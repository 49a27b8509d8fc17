const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 })
const day = 86_400

function unitsOf(seconds: number): [number, string] {
  if (seconds < 60) return [seconds, 's']
  if (seconds < 3600) return [seconds / 60, 'min']
  if (seconds < day) return [seconds / 3600, 'h']
  const days = seconds / day
  return [days, number.format(days) === '1' ? 'day' : 'days']
}

/**
 * How fast a limit's slots come back by themselves: "1 every 20 s", "5 a second"; null where they do
 * not.
 */
export function decayWords(perSecond: number): string | null {
  if (perSecond <= 0) return null
  if (perSecond >= 1) return `${number.format(perSecond)} a second`
  const [amount, unit] = unitsOf(1 / perSecond)
  return `1 every ${number.format(amount)} ${unit}`
}
