import { callFromPage } from '../fixtures/call-from-page.ts'
import { databaseOf, expect, test } from './desktop-fixture.ts'
import { answerFileDialog, answerMessages, clickMenu, keepRevealed } from './stubs.ts'

// The native menu: every item is there, has its key, and does what it says.

test('the menu has every item, with its key', async ({ desktop }) => {
  const items = await desktop.application.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => [
      label,
      (submenu?.items ?? [])
        .filter(({ type, visible }) => type !== 'separator' && visible)
        .map((item) => `${item.label}|${item.accelerator ?? ''}`),
    ]),
  )
  expect(items).toEqual([
    [
      '&File',
      [
        'New window|CmdOrCtrl+N',
        'Open…|CmdOrCtrl+O',
        'Open recent|',
        'Open the demo|CmdOrCtrl+Shift+D',
        'Reveal in folder|Alt+Shift+R',
        'Close window|CmdOrCtrl+W',
        'Quit|Ctrl+Q',
      ],
    ],
    ['&Edit', expect.arrayContaining([expect.stringMatching(/^Undo/)])],
    [
      '&View',
      [
        'Reload|CmdOrCtrl+R',
        'Actual size|CmdOrCtrl+0',
        'Zoom in|CmdOrCtrl+Plus',
        'Zoom out|CmdOrCtrl+-',
        'Full screen|F11',
      ],
    ],
    ['&Help', ['Keyboard|F1', 'Show the log file|', 'About Sluice|']],
  ])
})

test('Open asks for a file and shows it in a window of its own', async ({ desktop }) => {
  const { application, page } = desktop
  const other = databaseOf('of the other file')
  await answerFileDialog(application, other.path)
  const opened = application.waitForEvent('window')
  await clickMenu(application, 'open')
  const second = await opened
  await expect(second.getByText('of the other file')).toBeVisible()
  await expect(page.getByText('flow-one')).toBeVisible()
  other.remove()
})

test('Open that is answered with no file changes nothing', async ({ desktop }) => {
  const { application, page } = desktop
  await answerFileDialog(application, null)
  await clickMenu(application, 'open')
  await expect(page.getByText('flow-one')).toBeVisible()
  expect(application.windows()).toHaveLength(1)
})

test('Open recent has what was opened, and opens it', async ({ desktop, database }) => {
  const { application, page } = desktop
  const other = databaseOf('of the other file')
  await expect(page.getByText('flow-one')).toBeVisible()
  await callFromPage(page, 'app.openDatabase', { path: other.path })
  await expect(page.getByText('of the other file')).toBeVisible()
  const labels = () =>
    application.evaluate(({ Menu }) => {
      const recent = Menu.getApplicationMenu()?.getMenuItemById('open-recent')
      return (recent?.submenu?.items ?? []).map(({ label }) => label)
    })
  await expect
    .poll(labels)
    .toEqual([`prefect.db in ${other.folder}`, `prefect.db in ${database.folder}`])
  const opened = application.waitForEvent('window')
  await application.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('open-recent')?.submenu?.items[1]?.click()
  })
  await expect((await opened).getByText('flow-one')).toBeVisible()
  other.remove()
})

test('Open the demo writes one and shows it', async ({ desktop }) => {
  const { application } = desktop
  const opened = application.waitForEvent('window')
  await clickMenu(application, 'open-demo')
  const demo = await opened
  await expect(demo.getByText('aggregate-sales')).toBeVisible({ timeout: 30_000 })
  // A second time it is the same window.
  await clickMenu(application, 'open-demo')
  await demo.waitForTimeout(300)
  expect(application.windows()).toHaveLength(2)
})

test('Reveal and the log file are shown in the file manager', async ({
  desktop,
  database,
  home,
}) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  const revealed = await keepRevealed(application)
  await clickMenu(application, 'reveal')
  await clickMenu(application, 'log')
  await callFromPage(page, 'app.revealFile', {})
  expect(await revealed()).toEqual([
    database.path,
    `${home.folder}/sluice/sluice.log`,
    database.path,
  ])
})

test('About says the versions and where the log lies', async ({ desktop, home }) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  const said = await answerMessages(application, 0)
  await clickMenu(application, 'about')
  const [about] = await said()
  expect(about?.message).toMatch(/^Sluice \d+\.\d+\.\d+$/)
  expect(about?.detail).toMatch(/Electron \d+[\s\S]*Chromium \d+[\s\S]*Node \d+/)
  expect(about?.detail).toContain(`${home.folder}/sluice/sluice.log`)
})

test('Keyboard lists the keys of the menu', async ({ desktop }) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  const said = await answerMessages(application, 0)
  await clickMenu(application, 'keyboard')
  const [keyboard] = await said()
  expect(keyboard?.detail).toContain('Ctrl+O: Open…')
  expect(keyboard?.detail).toContain('Ctrl+W: Close window')
})

test('the keys themselves work', async ({ desktop }) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  const press = (keyCode: string, ...modifiers: 'control'[]) =>
    application.evaluate(
      ({ BrowserWindow }, key) => {
        const [window] = BrowserWindow.getAllWindows()
        window?.focus()
        window?.webContents.sendInputEvent({ type: 'keyDown', ...key })
        window?.webContents.sendInputEvent({ type: 'keyUp', ...key })
      },
      { keyCode, modifiers },
    )
  const said = await answerMessages(application, 0)
  await press('F1')
  await expect.poll(async () => (await said()).length).toBe(1)
  const other = databaseOf('of the other file')
  await answerFileDialog(application, other.path)
  const opened = application.waitForEvent('window')
  await press('O', 'control')
  await expect((await opened).getByText('of the other file')).toBeVisible()
  other.remove()
})

test('zoom and reload are those of a browser', async ({ desktop }) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  const zoom = () =>
    application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel(),
    )
  await clickMenu(application, 'zoom-in')
  await expect.poll(zoom).toBeGreaterThan(0)
  await clickMenu(application, 'actual-size')
  await expect.poll(zoom).toBe(0)
  const loaded = page.waitForEvent('load')
  await clickMenu(application, 'reload')
  await loaded
  await expect(page.getByText('flow-one')).toBeVisible()
})
