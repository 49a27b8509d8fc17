import { rmSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import type { ElectronApplication } from '@playwright/test'
import { callFromPage } from '../fixtures/call-from-page.ts'
import { until } from '../fixtures/until.ts'
import { expect, test } from './desktop-fixture.ts'
import { answerMessages } from './stubs.ts'

// What happens when one of the program's processes ends, and when the program itself does.

function databaseProcesses(application: ElectronApplication): Promise<number[]> {
  return application.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ name, serviceName }) => [name, serviceName].includes('Sluice database'))
      .map(({ pid }) => pid),
  )
}

function everyProcess(application: ElectronApplication): Promise<number[]> {
  return application.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid))
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('every reader is killed at once, and questions are answered all the same', async ({
  desktop,
}) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  for (let round = 0; round < 3; round += 1) {
    const readers = await databaseProcesses(application)
    expect(readers.length).toBeGreaterThan(0)
    for (const pid of readers) process.kill(pid, 'SIGKILL')
    // A question that met two of the dead is told so; the next one is answered.
    await expect(async () => {
      expect(await callFromPage(page, 'flows.readFlows', {})).toHaveLength(2)
    }).toPass({ timeout: 3000 })
  }
  await page.reload()
  await expect(page.getByText('flow-one')).toBeVisible()
})

test('nothing is left when the program has ended', async ({ desktop }) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  await callFromPage(page, 'flows.createFlow', { name: 'needs the writer' })
  const pids = await everyProcess(application)
  expect(pids.length).toBeGreaterThan(4)
  await application.close()
  await until('every process has ended', 10, () => !pids.some(lives))
})

test('nothing is left when the program is killed', async ({ desktop }) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  const pids = await everyProcess(application)
  application.process().kill('SIGKILL')
  await until('every process has ended', 10, () => !pids.some(lives))
})

test('a window that is closed during a write lets it end', async ({ desktop, database }) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  await callFromPage(page, 'flows.createFlow', { name: 'the writer is there now' })
  const said = await answerMessages(application, 0)
  const holder = new BetterSqlite3(database.path)
  holder.exec('BEGIN IMMEDIATE')
  const written = callFromPage(page, 'flows.createFlow', { name: 'written at the end' })
  written.catch(() => {})
  await page.waitForTimeout(200)
  const closed = application.waitForEvent('close')
  await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await page.waitForTimeout(700)
  const [waiting] = await said()
  expect(waiting?.message).toBe('A change is still being written')
  holder.exec('COMMIT')
  holder.close()
  await closed
  expect(database.rows('flow').map(({ name }) => name)).toContain('written at the end')
})

test('a window that is closed while it reads goes at once', async ({ desktop }) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  const closed = application.waitForEvent('close')
  await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await closed
})

test('a page that crashes is said, and loaded again', async ({ desktop }) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  const said = await answerMessages(application, 0)
  await application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await expect.poll(async () => (await said()).length).toBe(1)
  expect((await said())[0]).toMatchObject({
    message: 'The window’s content stopped unexpectedly',
    buttons: ['Load again', 'Close window'],
  })
  const shown = () =>
    application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.executeJavaScript('document.body.innerText')
        .catch(() => ''),
    )
  await expect.poll(shown).toContain('flow-one')
})

test('a page that cannot be loaded is said, and tried again', async ({ desktop }) => {
  const { application, page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  const said = await answerMessages(application, 0)
  await application.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    await window?.loadURL('app://sluice/not-there.html').catch(() => {})
  })
  await expect.poll(async () => (await said()).length).toBe(1)
  expect((await said())[0]).toMatchObject({
    message: 'The window’s content could not be loaded',
    buttons: ['Try again', 'Close window'],
  })
  await expect(page.getByText('flow-one')).toBeVisible()
})

test('a file that is deleted under the window is said, and the app stays usable', async ({
  desktop,
  database,
}) => {
  const { page } = desktop
  await expect(page.getByText('flow-one')).toBeVisible()
  for (const suffix of ['', '-wal', '-shm']) rmSync(database.path + suffix, { force: true })
  await page.waitForTimeout(600)
  await page.reload()
  await expect(page.getByRole('alert').filter({ hasText: /./ }).first()).toBeVisible()
})
