import type { Log } from '../../../src-shared/contract/schemas/log.ts'
import { levelLook } from '../../lib/log-levels.ts'
import { storedTime } from '../../lib/time.ts'
import { plainText } from './plain-text.ts'

/** A log line as text to be copied: its time as stored (UTC), level, logger and message. */
export function logText({ timestamp, level, name, message }: Log): string {
  const word = levelLook(level).word.toUpperCase()
  return `${storedTime(timestamp)} | ${word} | ${name} - ${plainText(message)}`
}
