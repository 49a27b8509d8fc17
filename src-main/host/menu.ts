import { basename, dirname } from 'node:path'
import { Menu, type MenuItemConstructorOptions } from 'electron'

/** What the menu's own items do. */
export interface MenuActions {
  newWindow(): void
  openFile(): void
  openPath(path: string): void
  openDemo(): void
  revealFile(): void
  showKeyboard(): void
  showLog(): void
  showAbout(): void
}

const isMac = process.platform === 'darwin'
const separator: MenuItemConstructorOptions = { type: 'separator' }

/** What the menu depends on. */
export interface MenuState {
  /** Paths of the databases that were opened, the last one first. */
  recent: readonly string[]
  /** Whether the present window has one. */
  hasFile: boolean
}

/** Puts up the menu. */
export function showMenu(actions: MenuActions, state: MenuState): void {
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [macMenu(actions)] : []),
    { id: 'file', label: '&File', submenu: fileMenu(actions, state) },
    { id: 'edit', label: '&Edit', submenu: editMenu() },
    { id: 'view', label: '&View', submenu: viewMenu() },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    { id: 'help', label: '&Help', role: 'help', submenu: helpMenu(actions) },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function macMenu(actions: MenuActions): MenuItemConstructorOptions {
  return {
    label: 'Sluice',
    submenu: [
      { id: 'about', label: 'About Sluice', click: actions.showAbout },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  }
}

function fileMenu(
  actions: MenuActions,
  { recent, hasFile }: MenuState,
): MenuItemConstructorOptions[] {
  return [
    {
      id: 'new-window',
      label: 'New window',
      accelerator: 'CmdOrCtrl+N',
      click: actions.newWindow,
    },
    { id: 'open', label: 'Open…', accelerator: 'CmdOrCtrl+O', click: actions.openFile },
    {
      id: 'open-recent',
      label: 'Open recent',
      enabled: recent.length > 0,
      submenu: recent.map((path) => recentItem(path, actions)),
    },
    {
      id: 'open-demo',
      label: 'Open the demo',
      accelerator: 'CmdOrCtrl+Shift+D',
      click: actions.openDemo,
    },
    separator,
    {
      id: 'reveal',
      label: isMac ? 'Reveal in Finder' : 'Reveal in folder',
      accelerator: 'Alt+Shift+R',
      enabled: hasFile,
      click: actions.revealFile,
    },
    separator,
    { id: 'close', label: 'Close window', role: 'close', accelerator: 'CmdOrCtrl+W' },
    ...(isMac ? [] : [{ id: 'quit', label: 'Quit', role: 'quit', accelerator: 'Ctrl+Q' } as const]),
  ]
}

function recentItem(path: string, actions: MenuActions): MenuItemConstructorOptions {
  return {
    // An ampersand would underline the letter after it.
    label: `${basename(path)} in ${dirname(path)}`.replaceAll('&', '&&'),
    click: () => actions.openPath(path),
  }
}

function editMenu(): MenuItemConstructorOptions[] {
  return [
    { role: 'undo' },
    { role: 'redo' },
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'delete' },
    separator,
    { role: 'selectAll' },
  ]
}

function viewMenu(): MenuItemConstructorOptions[] {
  return [
    { id: 'reload', label: 'Reload', role: 'reload', accelerator: 'CmdOrCtrl+R' },
    separator,
    { id: 'actual-size', label: 'Actual size', role: 'resetZoom', accelerator: 'CmdOrCtrl+0' },
    { id: 'zoom-in', label: 'Zoom in', role: 'zoomIn', accelerator: 'CmdOrCtrl+Plus' },
    // The key of the plus sign, without Shift.
    {
      role: 'zoomIn',
      accelerator: 'CmdOrCtrl+=',
      visible: false,
      acceleratorWorksWhenHidden: true,
    },
    { id: 'zoom-out', label: 'Zoom out', role: 'zoomOut', accelerator: 'CmdOrCtrl+-' },
    separator,
    {
      id: 'full-screen',
      label: 'Full screen',
      role: 'togglefullscreen',
      accelerator: isMac ? 'Ctrl+Cmd+F' : 'F11',
    },
  ]
}

function helpMenu(actions: MenuActions): MenuItemConstructorOptions[] {
  return [
    { id: 'keyboard', label: 'Keyboard', accelerator: 'F1', click: actions.showKeyboard },
    { id: 'log', label: 'Show the log file', click: actions.showLog },
    ...(isMac ? [] : [separator, { id: 'about', label: 'About Sluice', click: actions.showAbout }]),
  ]
}
