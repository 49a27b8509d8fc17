/** Units of a relative time, largest first: seconds, and the word for one and for more. */
const units = [
  [31_536_000, 'y', 'y'],
  [2_592_000, 'mo', 'mo'],
  [86_400, 'day', 'days'],
  [3600, 'h', 'h'],
  [60, 'min', 'min'],
  [1, 's', 's'],
] as const

function inWords(seconds: number): string | null {
  const unit = units.find(([length]) => seconds >= length)
  if (!unit) return null
  const [length, one, many] = unit
  const count = Math.floor(seconds / length)
  return `${count} ${count === 1 ? one : many}`
}

/**
 * "4 min ago", "in 2 h", "just now".
 *
 * @param moment - ISO 8601.
 * @param now - in milliseconds since 1970.
 */
export function relativeTime(moment: string, now: number): string {
  const seconds = Math.round((Date.parse(moment) - now) / 1000)
  const words = Math.abs(seconds) < 2 ? null : inWords(Math.abs(seconds))
  if (words === null) return 'just now'
  return seconds < 0 ? `${words} ago` : `in ${words}`
}

/** "4 min late"; "due now" for a moment that has not passed by more than a second. */
export function lateness(moment: string, now: number): string {
  const words = inWords(Math.round((now - Date.parse(moment)) / 1000))
  return words === null ? 'due now' : `${words} late`
}

/** How long ago a moment was, without the "ago": "4 min". */
export function elapsed(moment: string, now: number): string {
  return inWords(Math.round((now - Date.parse(moment)) / 1000)) ?? '0 s'
}

const localFormat = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'long',
})

/** The exact local time with its zone. */
export function exactTime(moment: string): string {
  return localFormat.format(new Date(moment))
}

/** As the database has it: `2026-11-20 11:19:26.251138`, UTC. */
export function storedTime(moment: string): string {
  return moment.replace('T', ' ').replace('Z', '')
}

/** "2 m 13 s", "340 ms", "3 h 5 m". */
export function duration(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} m ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} m`
}
