import type { Log, LogFields } from '../log/logger.ts'

/** One line of a {@link MemoryLog}. */
export interface LogLine {
  level: 'info' | 'error'
  event: string
  fields: LogFields
}

/** A log that keeps its lines. */
export class MemoryLog implements Log {
  readonly file = ''
  readonly lines: LogLine[] = []

  info(event: string, fields: LogFields = {}): void {
    this.lines.push({ level: 'info', event, fields })
  }

  error(event: string, fields: LogFields = {}): void {
    this.lines.push({ level: 'error', event, fields })
  }
}
