/** A moment that is told from now; it is put into an absolute one when it is picked. */
export interface RelativeMoment {
  id: string
  words: string
  at: (now: Date) => string
}

const hour = 3_600_000

function ago(hours: number): (now: Date) => string {
  return (now) => secondOf(new Date(now.getTime() - hours * hour))
}

/** ISO 8601 UTC to the second. */
function secondOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}

/** The beginning of the day on this computer's clock. */
function dayOf(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate())
}

/** The moments that are offered. */
export const relativeMoments: readonly RelativeMoment[] = [
  { id: 'now', words: 'Now', at: ago(0) },
  { id: 'hour', words: '1 h ago', at: ago(1) },
  { id: 'today', words: 'Today 00:00', at: (now) => secondOf(dayOf(now)) },
  { id: 'day', words: '24 h ago', at: ago(24) },
  { id: 'week', words: '7 days ago', at: ago(7 * 24) },
  { id: 'month', words: '30 days ago', at: ago(30 * 24) },
]

/** A moment as a `datetime-local` input has it, on this computer's clock, to the second. */
export function localInput(moment: string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return ''
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 19)
}

/** The moment of a `datetime-local` input; null if it holds none. */
export function momentOfInput(text: string): string | null {
  if (text === '') return null
  const date = new Date(text)
  const year = date.getFullYear()
  if (Number.isNaN(year) || year < 1 || year > 9999) return null
  return secondOf(date)
}
