import { dialog } from 'electron'
import type { Log } from '../log/logger.ts'

/** Logs what nobody expected, and says once that it happened, instead of Electron's own window. */
export function tellMistakes(log: Log): void {
  let told = false
  process.on('uncaughtException', (error) => {
    log.error('uncaught', { stack: error.stack ?? error.message })
    if (told) return
    told = true
    dialog.showErrorBox(
      'Sluice made a mistake',
      `It goes on, but something may not work until it is started again. The details are in ${log.file}.`,
    )
  })
  process.on('unhandledRejection', (reason) => {
    log.error('unhandled', {
      stack: reason instanceof Error ? (reason.stack ?? '') : String(reason),
    })
  })
}
