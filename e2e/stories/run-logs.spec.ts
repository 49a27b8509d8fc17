import type { Page } from '@playwright/test'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../fixtures/app-fixture.ts'
import { at, goTo, talkingRun } from '../fixtures/run-stories.ts'

// A developer reads what a flow run said.

/** Instead of the clipboard, which a test must not take from whoever sits at the machine. */
async function keepCopies(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const kept = { text: '' }
    Object.defineProperty(window, 'copied', { value: kept })
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void (kept.text = text) },
    })
  })
  return async () =>
    await page.evaluate(() => (window as never as { copied: { text: string } }).copied.text)
}

test('logs are asked by level and text, in either order, and lead to their task runs', async ({
  page,
  openDatabase,
}) => {
  const { file, run } = talkingRun(3)
  await openDatabase(file.path)
  await goTo(page, file.path, `#/runs/${run.id}`)
  await page.getByRole('tab', { name: 'Logs' }).click()
  const lines = page.getByRole('grid', { name: 'Log lines' }).getByRole('row')
  await expect(lines).toHaveCount(5)
  await expect(page.getByText('5 lines')).toBeVisible()
  await expect(lines.nth(4)).toContainText('Error')
  await expect(lines.nth(4)).toContainText('bad row in line 2')

  await page.getByRole('combobox', { name: 'Level' }).click()
  await page.getByRole('option', { name: 'Warning and above' }).click()
  await expect(lines).toHaveCount(2)
  const search = page.getByRole('textbox', { name: 'Search the log lines' })
  await search.pressSequentially('-slow')
  await expect(lines).toHaveCount(1)
  await expect(search).toBeFocused()
  await expect(page).toHaveURL(/ge_/)
  await page.getByRole('textbox', { name: 'Search the log lines' }).fill('nowhere')
  await expect(page.getByText('No log line matches.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()

  await page.getByRole('combobox', { name: 'Order' }).click()
  await page.getByRole('option', { name: 'Newest first' }).click()
  await expect(lines.nth(0)).toContainText('bad row')
  await expect(lines.nth(4)).toContainText('Line 0')
  await lines.nth(0).getByRole('link', { name: 'load-0' }).click()
  await expect(page.getByRole('heading', { name: 'load-0' })).toBeVisible()
  file.remove()
})

test('thousands of lines are scrolled without end, from either side', async ({
  page,
  openDatabase,
}) => {
  const { file, run } = talkingRun(2500)
  await openDatabase(file.path)
  await goTo(page, file.path, `#/runs/${run.id}?part=logs`)
  const grid = page.getByRole('grid', { name: 'Log lines' })
  await expect(page.getByText('2,502 lines')).toBeVisible()
  await expect(grid.getByText('Line 0', { exact: true })).toBeVisible()
  await grid.focus()
  await page.keyboard.press('End')
  await expect(grid.getByText('bad row')).toBeVisible()
  await page.keyboard.press('Home')
  await expect(grid.getByText('Line 0', { exact: true })).toBeVisible()
  await grid.evaluate((element) => element.scrollTo({ top: element.scrollHeight / 2 }))
  await expect(grid.getByText(/^Line 12\d\d$/).first()).toBeVisible()

  await page.getByRole('combobox', { name: 'Order' }).click()
  await page.getByRole('option', { name: 'Newest first' }).click()
  await expect(grid.getByText('bad row')).toBeVisible()
  await grid.focus()
  await page.keyboard.press('End')
  await expect(grid.getByText('Line 0', { exact: true })).toBeVisible()
  file.remove()
})

test('lines are selected by the keyboard and copied', async ({ page, openDatabase }) => {
  const { file, run } = talkingRun(5)
  await openDatabase(file.path)
  await goTo(page, file.path, `#/runs/${run.id}?part=logs`)
  const copied = await keepCopies(page)
  const grid = page.getByRole('grid', { name: 'Log lines' })
  await expect(grid.getByText('Line 0')).toBeVisible()
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('ControlOrMeta+c')
  await expect.poll(copied).toMatch(/^.* \| INFO \| prefect.flow_runs - Line 0\n.* - Line 1$/)
  await page.getByRole('button', { name: 'Copy 2 lines' }).click()
  await expect.poll(copied).toMatch(/Line 1$/)
  file.remove()
})

test('a running run is followed, until one scrolls away; Follow takes it up again', async ({
  page,
  openDatabase,
}) => {
  const { file, run } = talkingRun(400, 'RUNNING')
  await openDatabase(file.path)
  await goTo(page, file.path, `#/runs/${run.id}?part=logs`)
  const grid = page.getByRole('grid', { name: 'Log lines' })
  await expect(grid.getByText('bad row')).toBeVisible()
  const write = (message: string, seconds: number): unknown =>
    file.add.log({ flow_run_id: run.id, message, timestamp: at(seconds) })
  write('And then one more', 200)
  await expect(grid.getByText('And then one more')).toBeVisible()

  await grid.hover()
  await page.mouse.wheel(0, -2000)
  const follow = page.getByRole('button', { name: 'Follow' })
  await expect(follow).toBeVisible()
  const top = await grid.evaluate((element) => element.scrollTop)
  write('Unseen', 201)
  await expect(page.getByText('404 lines')).toBeVisible()
  await expect(grid.getByText('Unseen')).toBeHidden()
  expect(await grid.evaluate((element) => element.scrollTop)).toBe(top)

  await follow.click()
  await expect(grid.getByText('Unseen')).toBeVisible()
  await expect(follow).toBeHidden()
  write('Seen again', 202)
  await expect(grid.getByText('Seen again')).toBeVisible()
  file.remove()
})

test('with the newest line first, what one reads stays where it is', async ({
  page,
  openDatabase,
}) => {
  const { file, run } = talkingRun(400, 'RUNNING')
  await openDatabase(file.path)
  await goTo(page, file.path, `#/runs/${run.id}?part=logs&sort=TIMESTAMP_DESC`)
  const grid = page.getByRole('grid', { name: 'Log lines' })
  await expect(grid.getByText('bad row')).toBeVisible()
  file.add.log({ flow_run_id: run.id, message: 'On top', timestamp: at(200) })
  await expect(grid.getByText('On top')).toBeVisible()
  await grid.hover()
  await page.mouse.wheel(0, 2000)
  await expect(page.getByRole('button', { name: 'Follow' })).toBeVisible()
  const line = grid.getByText(/^Line 3\d\d$/).nth(20)
  const text = (await line.textContent()) ?? ''
  const before = (await line.boundingBox())?.y
  file.add.log({ flow_run_id: run.id, message: 'Far above', timestamp: at(201) })
  await expect(page.getByText('404 lines')).toBeVisible()
  await expect
    .poll(async () => (await grid.getByText(text, { exact: true }).boundingBox())?.y)
    .toBe(before)
  file.remove()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any part of a run, ${colorScheme}`, async ({ page, openDatabase }) => {
    const { file, run } = talkingRun(3, 'RUNNING')
    await page.emulateMedia({ colorScheme })
    await openDatabase(file.path)
    await goTo(page, file.path, `#/runs/${run.id}`)
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      await expect(tab).toHaveAttribute('aria-selected', 'true')
      await page.waitForTimeout(300)
      const { violations } = await new AxeBuilder({ page })
        .include('main')
        .setLegacyMode(true)
        .analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    }
    file.remove()
  })
}
