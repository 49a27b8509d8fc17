import { dayWords, type Days } from './day-words.ts'
import { timeWords, type Times } from './time-words.ts'

/** Days and times in words: "Monday to Friday at 06:30", "every 15 min, Monday to Friday"; null where there are none. */
export function occasionWords(occasion: Days & Times): string | null {
  const times = timeWords(occasion)
  if (!times) return null
  const days = dayWords(occasion)
  if (times.kind === 'at') return `${days} ${times.text}`
  if (days === 'every day') return times.text
  return `${times.text}, ${days.replace(/^every (?=[A-Z])/, 'on ').replace(/,$/, '')}`
}
