import { realpathSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { app, BrowserWindow, shell } from 'electron'
import type { Backend } from '../app/backend.ts'
import type { DesktopFeatures, OpenRequest } from '../app/host-model.ts'
import type { BackendEvent } from '../../src-shared/contract/events.ts'
import {
  createDatabaseWindow,
  type DatabaseWindow,
  type DatabaseWindowOptions,
} from './database-window.ts'
import { chooseDatabase } from './dialogs.ts'

/** What {@link Windows} needs to know. */
export interface WindowsOptions extends Pick<DatabaseWindowOptions, 'log' | 'state' | 'preload'> {
  /** Makes a window's backend. */
  createBackend: (desktop: DesktopFeatures) => Backend
  /** Where demo databases lie. */
  demosFolder: string
  /** Called when another window or another database came forward, or the settings changed. */
  onChange: () => void
}

/** Every window there is: one a database. */
export class Windows {
  readonly #options: WindowsOptions
  readonly #all: DatabaseWindow[] = []

  constructor(options: WindowsOptions) {
    this.#options = options
  }

  /** The windows, the one that was used last first. */
  get all(): readonly DatabaseWindow[] {
    return this.#all
  }

  /** The window that the user works in. */
  get current(): DatabaseWindow | undefined {
    const focused = BrowserWindow.getFocusedWindow()
    return this.#all.find(({ window }) => window === focused) ?? this.#all[0]
  }

  /**
   * Shows a database: in the window that has it, else in the present one if that has none, else in
   * a new one.
   */
  open(request: OpenRequest): void {
    if (this.#bringForward(request.path, undefined)) return
    const { window, backend } = this.#freeWindow()
    void backend.open({ ...request, path: resolve(request.path) })
    bringForward(window)
  }

  /** Shows the demo, by the same rule; it is written first if there is none of today. */
  openDemo(readOnly: boolean): void {
    const open = this.#all.find(({ backend: { state } }) =>
      state.path?.startsWith(this.#options.demosFolder + sep),
    )
    if (open) return bringForward(open.window)
    const { window, backend } = this.#freeWindow()
    backend.openDemo(readOnly)
    bringForward(window)
  }

  /** Opens a window without a database. */
  openNew(): DatabaseWindow {
    const { createBackend, log, state, preload, onChange } = this.#options
    const backend = createBackend({
      openElsewhere: (path) => this.#bringForward(path, backend),
      chooseFile: (present) => chooseDatabase(opened.window, present),
      revealFile: (path) => shell.showItemInFolder(path),
    })
    const others = this.#all.map(({ window }) => window)
    const onEvent = (event: BackendEvent): void => this.#heard(backend, event)
    const opened: DatabaseWindow = createDatabaseWindow({
      backend,
      log,
      state,
      preload,
      others,
      onEvent,
    })
    this.#all.unshift(opened)
    opened.window.on('focus', () => this.#moveToFront(opened))
    opened.window.on('closed', () => {
      this.#all.splice(this.#all.indexOf(opened), 1)
      onChange()
    })
    return opened
  }

  /** Brings the window that was used last forward, or opens one. */
  comeForward(): void {
    const { current } = this
    if (current) bringForward(current.window)
    else this.openNew()
  }

  #freeWindow(): DatabaseWindow {
    const here = this.current
    return here && isFree(here) ? here : this.openNew()
  }

  #bringForward(path: string, asking: Backend | undefined): boolean {
    const file = identity(path)
    const found = this.#all.find(
      ({ backend }) =>
        backend !== asking && backend.state.path !== null && identity(backend.state.path) === file,
    )
    if (found) bringForward(found.window)
    return found !== undefined
  }

  #moveToFront(window: DatabaseWindow): void {
    this.#all.splice(this.#all.indexOf(window), 1)
    this.#all.unshift(window)
    this.#options.onChange()
  }

  /** Settings are every window's. */
  #heard(from: Backend, event: BackendEvent): void {
    if (event.kind === 'session') this.#options.onChange()
    if (event.kind !== 'changed' || !event.topics?.includes('settings')) return
    this.#options.onChange()
    for (const { backend, tell } of this.#all) {
      if (backend !== from) tell({ kind: 'changed', topics: ['settings'], by: 'sluice' })
    }
  }
}

function isFree({ backend: { state } }: DatabaseWindow): boolean {
  return state.demoCall === null && (state.path === null || state.error !== null)
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  // One that is being made shows itself once it has something to show.
  if (window.isVisible()) window.focus()
  // From behind another program's window.
  if (process.platform === 'darwin') app.focus({ steal: true })
}

/** One file has many paths. */
function identity(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return resolve(path)
  }
}
