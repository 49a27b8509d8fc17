import { dirname } from 'node:path'
import { clipboard, dialog, Menu, shell, type BrowserWindow, type MenuItem } from 'electron'
import { keyText, pageKeys } from '../../src-shared/page-keys.ts'
import { version } from '../app/assembly.ts'
import type { Folders } from '../settings/folders.ts'

/**
 * Asks for a database file; null if the user names none.
 *
 * @param present - the path of the file that is open: the question begins in its folder.
 */
export async function chooseDatabase(
  window: BrowserWindow | undefined,
  present: string | null,
): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: 'Open a Prefect database',
    ...(present === null ? {} : { defaultPath: dirname(present) }),
    filters: [
      { name: 'SQLite databases', extensions: ['db', 'sqlite', 'sqlite3'] },
      { name: 'All files', extensions: ['*'] },
    ],
    // Prefect's own database lies in a folder whose name begins with a dot.
    properties: ['openFile', 'showHiddenFiles'],
  }
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return filePaths[0] ?? null
}

/** Shows the versions, and where log and settings lie. */
export async function showAbout(
  window: BrowserWindow | undefined,
  { logFile, settings }: Folders,
): Promise<void> {
  const { electron, chrome, node } = process.versions
  const detail = [
    `Electron ${electron}`,
    `Chromium ${chrome}`,
    `Node ${node}`,
    `${process.platform} ${process.arch}`,
    '',
    `Log file: ${logFile}`,
    `Settings: ${settings}`,
  ].join('\n')
  const message = `Sluice ${version}`
  const chosen = await showMessage(window, {
    title: 'About Sluice',
    message,
    detail,
    buttons: ['Close', 'Copy', 'Show the log file'],
  })
  if (chosen === 1) clipboard.writeText(`${message}\n${detail}`)
  if (chosen === 2) shell.showItemInFolder(logFile)
}

/** What the page knows; the menu's own keys are read from the menu. */
function keysOfPage(): [string, string][] {
  const isMac = process.platform === 'darwin'
  return pageKeys.flatMap(({ keys }) =>
    keys.map((key): [string, string] => [keyText(key.keys, isMac), key.does]),
  )
}

/** Lists every key. */
export async function showKeyboard(window: BrowserWindow | undefined): Promise<void> {
  const lines = [...menuKeys(), ...keysOfPage()].map(([key, act]) => `${key}: ${act}`)
  await showMessage(window, {
    title: 'Keyboard',
    message: 'Keyboard',
    detail: lines.join('\n'),
    buttons: ['Close'],
  })
}

function menuKeys(): [string, string][] {
  const items = Menu.getApplicationMenu()?.items ?? []
  return items.flatMap(({ submenu }) => submenu?.items ?? []).flatMap(keyOf)
}

function keyOf({ accelerator, label, visible }: MenuItem): [string, string][] {
  if (!accelerator || !visible) return []
  const isMac = process.platform === 'darwin'
  const key = accelerator
    .replace(/CmdOrCtrl|CommandOrControl/, isMac ? 'Cmd' : 'Ctrl')
    .replace('Plus', '+')
  return [[key, label]]
}

interface Message {
  title: string
  message: string
  detail: string
  buttons: string[]
}

/** Shows a message and gives the number of the button; the first is what Escape does. */
async function showMessage(window: BrowserWindow | undefined, message: Message): Promise<number> {
  const options: Electron.MessageBoxOptions = {
    type: 'info',
    ...message,
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options))
  return response
}
