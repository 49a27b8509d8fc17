import { app, dialog, type BrowserWindow } from 'electron'
import type { Backend } from '../app/backend.ts'

/** A write that ends sooner is waited for without a word, in milliseconds. */
const quietWait = 300

let quitting = false

/** Notes that the user wants to leave, for a window that has to wait interrupts it. */
export function followQuitting(): void {
  app.on('before-quit', () => {
    quitting = true
  })
}

/** Lets a window go only when what is being written through it has ended. */
export function closeAfterWrites(window: BrowserWindow, backend: Backend): void {
  let mayGo = false
  let waits = false
  const leave = async (): Promise<void> => {
    await ended(window, backend)
    mayGo = true
    if (!window.isDestroyed()) window.close()
    if (quitting) app.quit()
  }
  window.on('close', (event) => {
    if (mayGo || !backend.dispatcher.writing) return
    event.preventDefault()
    if (waits) return
    waits = true
    void leave()
  })
  window.on('closed', () => backend.close())
}

/** Resolves when the writes have ended, or the user would rather have them undone. */
async function ended(window: BrowserWindow, backend: Backend): Promise<void> {
  const finished = new AbortController()
  const writes = backend.finish().then(() => finished.abort())
  const chosen = new Promise<void>((resolve) => {
    const timer = setTimeout(() => void askToWait(window, finished.signal).then(resolve), quietWait)
    finished.signal.addEventListener('abort', () => clearTimeout(timer))
  })
  await Promise.race([writes, chosen])
}

async function askToWait(window: BrowserWindow, signal: AbortSignal): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'info',
    title: 'Sluice',
    message: 'A change is still being written',
    detail: 'The window closes when it is done.',
    buttons: ['Wait', 'Undo the change and close'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  })
  // Whoever waits is told by the end of the write; until then this never resolves.
  if (response !== 1) await new Promise<void>(() => {})
}
