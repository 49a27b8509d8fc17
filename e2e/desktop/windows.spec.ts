import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { symlinkSync, writeFileSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { callFromPage } from '../fixtures/call-from-page.ts'
import { desktopWords, electronPath } from '../fixtures/desktop-app.ts'
import type { TestHome } from '../fixtures/test-home.ts'
import { databaseOf, expect, test } from './desktop-fixture.ts'

// One program, a window a database, and where the windows stand.

/** Starts the program once more and waits until it has ended. */
async function startAgain(home: TestHome, ...words: string[]): Promise<void> {
  await promisify(execFile)(electronPath(), desktopWords(words), {
    env: { ...home.environment },
    cwd: home.folder,
    timeout: 20_000,
  })
}

function titles(application: ElectronApplication): Promise<string[]> {
  return application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((window) => window.getTitle())
      .toSorted(),
  )
}

test('a second start opens its database in a window of the first', async ({ desktop, home }) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  const other = databaseOf('of the other file')
  const opened = application.waitForEvent('window')
  await startAgain(home, other.path)
  await expect((await opened).getByText('of the other file')).toBeVisible()
  other.remove()
})

test('a file that is open comes forward, under another name too', async ({
  desktop,
  home,
  database,
}) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  const link = join(home.folder, 'another name.db')
  symlinkSync(database.path, link)
  await startAgain(home, database.path)
  await startAgain(home, '--database', 'another name.db')
  await startAgain(home)
  await page.waitForTimeout(500)
  expect(application.windows()).toHaveLength(1)
})

test('the page does not open what another window has', async ({ desktop, home, database }) => {
  const { application, page } = desktop
  const other = databaseOf('of the other file')
  const opened = application.waitForEvent('window')
  await startAgain(home, other.path)
  const second = await opened
  await expect(second.getByText('of the other file')).toBeVisible()
  const state = await callFromPage(second, 'app.openDatabase', { path: database.path })
  expect(state.path).toBe(other.path)
  await expect(page.getByText('flow-one')).toBeVisible()
  other.remove()
})

test('the window is named after its file and folder', async ({ desktop, database }) => {
  await expect(desktop.page.getByText('flow-one')).toBeVisible()
  const name = `${basename(database.folder)}/prefect.db – Sluice`
  await expect.poll(() => titles(desktop.application)).toEqual([name])
})

test('a file that is dropped on the window is opened in it', async ({ desktop }) => {
  const { page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  const other = databaseOf('of the dropped file')
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [other.path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data })
  }
  await expect(page.getByText('of the dropped file')).toBeVisible()
  expect(page.url()).toMatch(/^app:\/\/sluice\//)
  other.remove()
})

test('what one window prefers holds for every window', async ({ desktop, home }) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  const other = databaseOf('of the other file')
  const opened = application.waitForEvent('window')
  await startAgain(home, other.path)
  const second = await opened
  await expect(second.getByText('of the other file')).toBeVisible()
  await callFromPage(page, 'app.changePreferences', { sidebarFolded: true })
  await expect(second.getByRole('button', { name: 'Unfold the sidebar' })).toBeVisible()
  await callFromPage(page, 'app.changePreferences', { colorScheme: 'dark' })
  await expect
    .poll(() => application.evaluate(({ nativeTheme }) => nativeTheme.themeSource))
    .toBe('dark')
  other.remove()
})

test('size and place are kept, and a window that is nowhere is brought back', async ({
  launch,
  home,
  database,
}) => {
  const bounds = { x: 40, y: 60, width: 1000, height: 700 }
  const read = (application: ElectronApplication) =>
    application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  const first = await launch(database.path)
  await expect(first.page.getByText('flow-one')).toBeVisible()
  await first.application.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
    bounds,
  )
  await expect.poll(() => read(first.application)).toEqual(bounds)
  await first.application.close()
  const second = await launch(database.path)
  await expect(second.page.getByText('flow-one')).toBeVisible()
  expect(await read(second.application)).toEqual(bounds)
  await second.application.close()
  const folder = join(home.folder, 'sluice')
  mkdirSync(folder, { recursive: true })
  const away = { bounds: { ...bounds, x: 90_000, y: -5000 }, maximized: false }
  writeFileSync(join(folder, 'window-state.json'), JSON.stringify(away))
  const third = await launch(database.path)
  await expect(third.page.getByText('flow-one')).toBeVisible()
  const back = await read(third.application)
  expect(back).toMatchObject({ width: 1000, height: 700 })
  expect(back?.x).toBeLessThan(5000)
  expect(back?.y).toBeGreaterThanOrEqual(0)
})

test('a start without a database shows the demo', async ({ launch }) => {
  const { page } = await launch('--demo')
  await expect(page.getByText('aggregate-sales')).toBeVisible({ timeout: 30_000 })
})

test('a file that cannot be opened is said in words', async ({ launch, home }) => {
  const file = join(home.folder, 'no database.db')
  writeFileSync(file, 'this is no database'.repeat(100))
  const { page } = await launch(file)
  await expect(page.getByText('no database.db').first()).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: /./ }).first()).toBeVisible()
})
