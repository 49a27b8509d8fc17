import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron'
import type { Log } from '../log/logger.ts'
import { pageAddress } from './page-address.ts'

/** A navigation that another one replaced: no failure. */
const aborted = -3

interface Failure {
  message: string
  detail: string
  /** What may be done; the first is what Enter does. */
  again: string
  leave: string
}

/** Says in words when a window's page fails, and what can be done. */
export function tellFailures(window: BrowserWindow, log: Log): void {
  const { webContents } = window
  const offer = failureDialog(window)
  const notLoaded = (reason: string): void => {
    log.error('page_not_loaded', { reason })
    void offer({
      message: 'The window’s content could not be loaded',
      detail: `The reason given is: ${reason}. If it stays so, install Sluice anew.`,
      again: 'Try again',
      leave: 'Close window',
    })
  }
  webContents.on('did-fail-load', (_event, ...[code, description, , isMainFrame]) => {
    if (isMainFrame && code !== aborted) notLoaded(description || String(code))
  })
  webContents.on('did-navigate', (_event, _url, status) => {
    if (status >= 400) notLoaded('a file of Sluice is missing')
  })
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('page_gone', { reason, exitCode })
    if (reason === 'clean-exit') return
    void offer({
      message: 'The window’s content stopped unexpectedly',
      detail: 'The database is not affected. A change that was being written is still written.',
      again: 'Load again',
      leave: 'Close window',
    })
  })
  window.on('unresponsive', () => {
    log.error('page_unresponsive')
    void offer({
      message: 'The window does not answer',
      detail: 'It may be busy with a long list. Loading it again does not touch the database.',
      again: 'Load again',
      leave: 'Wait',
    })
  })
}

/** Shows one failure at a time. */
function failureDialog(window: BrowserWindow): (failure: Failure) => Promise<void> {
  let shown = false
  return async ({ message, detail, again, leave }) => {
    if (shown || window.isDestroyed()) return
    shown = true
    const options: MessageBoxOptions = {
      type: 'warning',
      title: 'Sluice',
      message,
      detail,
      buttons: [again, leave],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    }
    if (!window.isVisible()) window.show()
    const { response } = await dialog.showMessageBox(window, options)
    shown = false
    if (window.isDestroyed()) return
    // Not `reload`: what failed may be another address than the page's.
    if (response === 0) window.loadURL(pageAddress()).catch(() => {})
    else if (leave === 'Close window') window.close()
  }
}
