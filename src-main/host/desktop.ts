import { join, resolve } from 'node:path'
import { app, nativeTheme, session, shell } from 'electron'
import { version, type Assembly } from '../app/assembly.ts'
import { Backend } from '../app/backend.ts'
import type { ServeOptions } from '../app/command-line.ts'
import { firstDatabase } from '../app/first-database.ts'
import { servePage } from './app-protocol.ts'
import { chooseDatabase, showAbout, showKeyboard } from './dialogs.ts'
import { readLaunch, type Launch } from './launch.ts'
import { showMenu, type MenuActions } from './menu.ts'
import { guardSession } from './security.ts'
import { WindowState } from './window-state.ts'
import { Windows } from './windows.ts'

/** What {@link Desktop} needs to know. */
export interface DesktopOptions {
  assembly: Assembly
  /** What the program was started with. */
  options: ServeOptions
  /** Path of the built preload script. */
  preload: string
  /** Folder of the built page. */
  pageFolder: string
}

/** The desktop app once Electron is ready: its windows, its menu, and what is opened from outside. */
export class Desktop {
  readonly #assembly: Assembly
  readonly #options: ServeOptions
  readonly #windows: Windows
  #menuShown = ''

  constructor({ assembly, options, preload, pageFolder }: DesktopOptions) {
    const { folders, log, backend } = assembly
    const { readOnly } = options
    this.#assembly = assembly
    this.#options = options
    log.info('started', { version, electron: process.versions.electron })
    guardSession(session.defaultSession)
    servePage(session.defaultSession, pageFolder)
    this.#windows = new Windows({
      log,
      preload,
      demosFolder: folders.demos,
      state: new WindowState(join(folders.settings, 'window-state.json')),
      createBackend: (desktop) => new Backend({ ...backend, readOnly, desktop }),
      onChange: () => void this.#followSettings(),
    })
    app.on('activate', () => this.#windows.comeForward())
    // A Mac's program lives on without a window.
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin') app.quit()
    })
  }

  /** Opens the first window. */
  async start(): Promise<void> {
    await this.#followSettings()
    const { demo, readOnly } = this.#options
    const request = await firstDatabase(this.#options, this.#assembly.place)
    if (request) return this.#windows.open(request)
    // What the system asked for meanwhile comes before a demo that nobody asked for.
    if (this.#windows.all.length > 0 && !demo) return this.#windows.comeForward()
    this.#windows.openDemo(readOnly)
  }

  /** Does what a further start of Sluice was for: shows its database, or just comes forward. */
  openLaunch(launch: Launch): void {
    const options = readLaunch(launch)
    if (options?.demo) return this.#windows.openDemo(options.readOnly)
    if (options?.database === null || !options) return this.#windows.comeForward()
    const { database, readOnly } = options
    this.#windows.open({ path: resolve(launch.workingDirectory, database), readOnly })
  }

  /** Shows a file that the system asks for: one that was dropped on the icon, say. */
  openFile(path: string): void {
    this.#windows.open({ path, readOnly: false })
  }

  /** Takes over what another window or the browser host may have changed. */
  async #followSettings(): Promise<void> {
    const { preferences, recent } = await this.#assembly.backend.settings.read()
    const source = preferences.colorScheme === 'auto' ? 'system' : preferences.colorScheme
    if (nativeTheme.themeSource !== source) nativeTheme.themeSource = source
    const paths = recent.map(({ path }) => path)
    const hasFile = (this.#windows.current?.backend.state.path ?? null) !== null
    const shown = JSON.stringify([paths, hasFile])
    // A menu that is put up anew closes under the user's hand.
    if (shown === this.#menuShown) return
    this.#menuShown = shown
    showMenu(this.#actions(), { recent: paths, hasFile })
  }

  #actions(): MenuActions {
    const windows = this.#windows
    const { folders } = this.#assembly
    return {
      newWindow: () => windows.openNew(),
      openFile: () => void this.#chooseAndOpen(),
      openPath: (path) => this.openFile(path),
      openDemo: () => windows.openDemo(false),
      revealFile: () => {
        const path = windows.current?.backend.state.path
        if (path) shell.showItemInFolder(path)
      },
      showKeyboard: () => void showKeyboard(windows.current?.window),
      showLog: () => shell.showItemInFolder(folders.logFile),
      showAbout: () => void showAbout(windows.current?.window, folders),
    }
  }

  async #chooseAndOpen(): Promise<void> {
    const { current } = this.#windows
    const path = await chooseDatabase(current?.window, current?.backend.state.path ?? null)
    if (path !== null) this.openFile(path)
  }
}
