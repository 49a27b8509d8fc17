import { basename, dirname, join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import type { Backend } from '../app/backend.ts'
import type { BackendEvent } from '../../src-shared/contract/events.ts'
import type { Log } from '../log/logger.ts'
import { connectPage, type ElectronTransport } from '../rpc/electron-transport.ts'
import { closeAfterWrites } from './closing.ts'
import { isOwnPage, pageAddress } from './page-address.ts'
import { tellFailures } from './page-failures.ts'
import type { WindowState } from './window-state.ts'

/** A window, and the one database it is for. */
export interface DatabaseWindow {
  readonly window: BrowserWindow
  readonly backend: Backend
  /** Tells the window's page something unasked. */
  tell(event: BackendEvent): void
}

/** What {@link createDatabaseWindow} needs to know. */
export interface DatabaseWindowOptions {
  backend: Backend
  log: Log
  state: WindowState
  /** Path of the built preload script. */
  preload: string
  /** The windows there are already. */
  others: readonly BrowserWindow[]
  onEvent: (event: BackendEvent) => void
}

/** The page's ground, so that nothing flashes before it is drawn: as in `lib/theme.ts`. */
const ground = { light: '#ffffff', dark: '#16181d' }

/** Opens a window; its database opens at the same time. */
export function createDatabaseWindow(options: DatabaseWindowOptions): DatabaseWindow {
  const { backend, log, state, preload, others, onEvent } = options
  const window = new BrowserWindow({
    ...state.optionsFor(others),
    show: false,
    title: 'Sluice',
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // The checker would fetch its dictionaries from the network.
      spellcheck: false,
    },
  })
  tellFailures(window, log)
  closeAfterWrites(window, backend)
  const { webContents: contents } = window
  const transport = connectPage({ contents, dispatcher: backend.dispatcher, isOwnPage })
  followEvents(window, backend, (event) => {
    transport.tell(event)
    onEvent(event)
  })
  refreshWhenShown(window, backend, transport)
  window.once('ready-to-show', () => {
    state.follow(window)
    window.show()
  })
  window.on('page-title-updated', (event) => event.preventDefault())
  // A failure is told by its event.
  window.loadURL(pageAddress()).catch(() => {})
  return { window, backend, tell: (event) => transport.tell(event) }
}

/** Hears the backend while the window can be seen: a hidden one has no need to watch its file. */
function followEvents(
  window: BrowserWindow,
  backend: Backend,
  hear: (event: BackendEvent) => void,
): void {
  const listener = (event: BackendEvent): void => {
    if (event.kind === 'session') showTitle(window, backend)
    hear(event)
  }
  let end: (() => void) | undefined = backend.events.subscribe(listener)
  const cease = (): void => {
    end?.()
    end = undefined
  }
  const go = (): void => {
    end ??= backend.events.subscribe(listener)
  }
  window.on('hide', cease)
  window.on('minimize', cease)
  window.on('show', go)
  window.on('restore', go)
  window.on('closed', cease)
}

/** What changed while nobody looked is read again. */
function refreshWhenShown(
  window: BrowserWindow,
  backend: Backend,
  transport: ElectronTransport,
): void {
  const refresh = (): void => {
    showTitle(window, backend)
    transport.tell({ kind: 'changed', topics: null, by: 'other' })
  }
  window.on('restore', refresh)
}

/** Nearly every database is named `prefect.db`: its folder tells it from the others. */
function showTitle(window: BrowserWindow, { state: { path } }: Backend): void {
  if (window.isDestroyed()) return
  const name = path === null ? null : join(basename(dirname(path)), basename(path))
  window.setTitle(name === null ? 'Sluice' : `${name} – Sluice`)
  if (process.platform === 'darwin') window.setRepresentedFilename(path ?? '')
}
