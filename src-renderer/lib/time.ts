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

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** The local day: `2026-11-20`. */
export function localDay(date: Date): string {
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
}

/** The local time in few characters: `2026-11-20 12:19:26`. */
export function localTime(moment: string): string {
  const date = new Date(moment)
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':')
  return `${localDay(date)} ${clock}`
}

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' })

/** A day in words. @param day - `2026-11-20`. */
export function dayWords(day: string): string {
  return dayFormat.format(new Date(`${day}T12:00:00`))
}

/**
 * A day on this clock as Prefect's filters take it: both ends belong to it.
 *
 * @param day - `2026-11-20`.
 */
export function dayBounds(day: string): { after_: string; before_: string } {
  const start = new Date(`${day}T00:00:00`)
  const end = new Date(start)
  end.setDate(end.getDate() + 1)
  const last = new Date(end.getTime() - 1).toISOString()
  return { after_: start.toISOString(), before_: last.replace('Z', '999Z') }
}

/** How far this clock is east of UTC, in minutes. */
export function minutesEast(date = new Date()): number {
  return -date.getTimezoneOffset()
}

/** As the database has it: `2026-11-20 11:19:26.251138`, UTC. */
export function storedTime(moment: string): string {
  return moment.replace('T', ' ').replace('Z', '')
}

/** "2 m 13 s", "340 ms", "3 h 5 m"; "−2 s" for what no clock should give. */
export function duration(seconds: number): string {
  if (seconds < 0) return `−${duration(-seconds)}`
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} m ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} m`
}
