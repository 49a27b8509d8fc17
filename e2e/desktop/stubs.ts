import type { ElectronApplication } from '@playwright/test'

/** The next file dialogs answer with this file, or with none. */
export async function answerFileDialog(
  application: ElectronApplication,
  path: string | null,
): Promise<void> {
  await application.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] })
  }, path)
}

/** What a message box said. */
export interface SaidMessage {
  message: string
  detail: string
  buttons: string[]
}

/**
 * The next message boxes are answered with a button, and what they say is kept.
 *
 * @returns what was said so far.
 */
export async function answerMessages(
  application: ElectronApplication,
  button: number,
): Promise<() => Promise<SaidMessage[]>> {
  await application.evaluate(({ dialog }, response) => {
    const said: unknown[] = []
    Object.assign(globalThis, { said })
    dialog.showMessageBox = (...given: unknown[]) => {
      said.push(given.at(-1))
      return Promise.resolve({ response, checkboxChecked: false })
    }
  }, button)
  return () =>
    application.evaluate(() => {
      const { said } = globalThis as unknown as { said: SaidMessage[] }
      return said.map(({ message, detail, buttons }) => ({ message, detail, buttons }))
    })
}

/** What would have been shown in the file manager is kept instead. */
export async function keepRevealed(
  application: ElectronApplication,
): Promise<() => Promise<string[]>> {
  await application.evaluate(({ shell }) => {
    const revealed: string[] = []
    Object.assign(globalThis, { revealed })
    shell.showItemInFolder = (path) => void revealed.push(path)
  })
  return () =>
    application.evaluate(() => (globalThis as unknown as { revealed: string[] }).revealed)
}

/** Clicks an item of the menu. */
export async function clickMenu(application: ElectronApplication, id: string): Promise<void> {
  await application.evaluate(({ Menu, BrowserWindow }, item) => {
    const found = Menu.getApplicationMenu()?.getMenuItemById(item)
    if (!found) throw new Error(`The menu has no ${item}`)
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    found.click({}, window, window?.webContents)
  }, id)
}
