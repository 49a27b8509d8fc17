import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures/app-fixture.ts'
import { demoFile } from '../fixtures/demo-file.ts'
import { buildDatabase } from '../../src-main/testing/build-database.ts'

// A developer looks through the deployments.

function cell(row: Locator, column: string): Locator {
  return row.locator(`[data-column="${column}"]`)
}

/** Another file that is opened brings its flows to the screen: a link that came before would be lost. */
async function untilOpened(page: Page): Promise<void> {
  await expect(page.getByRole('grid', { name: 'Flows' }).locator('[data-index="0"]')).toBeVisible()
}

async function openDeployments(page: Page): Promise<Locator> {
  await untilOpened(page)
  await page.getByRole('link', { name: /^Deployments/ }).click()
  return page.getByRole('grid', { name: 'Deployments' })
}

function count(page: Page, text: string | RegExp): Locator {
  return page.getByRole('search').getByText(text, { exact: true })
}

/** Instead of the clipboard, which a test must not take from whoever sits at the machine. */
async function catchCopies(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void (document.body.dataset['copied'] = text) },
    })
  })
  return async () => (await page.locator('body').getAttribute('data-copied')) ?? ''
}

test('every deployment stands in the table, its schedules in words', async ({
  page,
  openDatabase,
}) => {
  await openDatabase(demoFile())
  await openDeployments(page)
  await expect(count(page, '24 deployments')).toBeVisible()
  const row = page.getByRole('row', { name: 'every-2h' })
  await expect(cell(row, 'schedules')).toHaveText('every 2 h')
  await expect(cell(row, 'flow')).toHaveText('sync-crm-contacts')
  await expect(cell(row, 'runs')).toContainText(/\d/)
})

test('a name or its flow is searched', async ({ page, openDatabase }) => {
  await openDatabase(demoFile())
  await openDeployments(page)
  await page.getByRole('textbox', { name: 'Name' }).fill('sync-crm')
  await expect(count(page, '1 deployment')).toBeVisible()
  await expect(page.getByRole('row', { name: 'every-2h' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Name' }).fill('no such')
  await expect(page.getByText('No deployment matches.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(count(page, '24 deployments')).toBeVisible()
})

test('the limit leads to the limit, the flow to the flow', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  const flow = file.add.flow({ name: 'etl' })
  const limit = file.add.concurrencyLimitV2({ name: 'few', limit: 4, active_slots: 3 })
  file.add.deployment({ flow_id: flow.id, name: 'daily', concurrency_limit_id: limit.id })
  await openDatabase(file.path)
  await untilOpened(page)
  const columns = encodeURIComponent('["flow","limit"]')
  await page.evaluate((hash) => void (location.hash = hash), `/deployments?columns=${columns}`)
  const row = page.getByRole('row', { name: 'daily' })
  await expect(cell(row, 'limit')).toHaveText('3 of 4')
  await cell(row, 'limit').getByRole('link').click()
  await expect(page.getByRole('complementary', { name: /few/ })).toBeVisible()
  await page.goBack()
  await cell(row, 'flow').getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`#/flows/${flow.id}`))
  file.remove()
})

test('a click shows the details, Esc closes them', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  const flow = file.add.flow({ name: 'etl' })
  const daily = file.add.deployment({
    flow_id: flow.id,
    name: 'daily',
    parameters: { day: 'monday' },
    entrypoint: 'flows/etl.py:etl',
  })
  await openDatabase(file.path)
  await openDeployments(page)
  await cell(page.getByRole('row', { name: 'daily' }), 'runs').click()
  const details = page.getByRole('complementary', { name: 'Details of daily' })
  await expect(details).toContainText(daily.id)
  await expect(details).toContainText('flows/etl.py:etl')
  await expect(details).toContainText('"day": "monday"')
  await page.keyboard.press('Escape')
  await expect(details).toBeHidden()
  file.remove()
})

test('the menu copies commands that a shell takes', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  file.add.deployment({ flow_id: file.add.flow({ name: 'my flow' }).id, name: 'daily' })
  await openDatabase(file.path)
  await openDeployments(page)
  const copied = await catchCopies(page)
  await cell(page.getByRole('row', { name: 'daily' }), 'runs').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Copy prefect deployment run' }).click()
  await expect.poll(copied).toBe("prefect deployment run 'my flow/daily'")
  file.remove()
})

test('what Prefect cannot read is marked, and breaks nothing', async ({ page, openDatabase }) => {
  const file = buildDatabase({ foreignKeys: false })
  const { id } = file.add.deployment({ flow_id: file.add.flow().id, name: 'odd' })
  file.run(
    'UPDATE deployment SET tags = ?, parameters = ?, flow_id = ? WHERE id = ?',
    '"x',
    '[',
    '00000000-0000-4000-8000-00000000dead',
    id,
  )
  await openDatabase(file.path)
  await openDeployments(page)
  const row = page.getByRole('row', { name: 'odd' })
  await expect(cell(row, 'tags')).toContainText('"x')
  await expect(cell(row, 'tags').getByRole('img')).toBeVisible()
  await expect(cell(row, 'flow').getByRole('img')).toHaveAccessibleName(/not in the database/)
  file.remove()
})

test('by the keyboard alone: walk and open', async ({ page, openDatabase }) => {
  await openDatabase(demoFile())
  const table = await openDeployments(page)
  await expect(page.getByRole('row', { name: 'evening' })).toBeVisible()
  await table.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[role="row"][data-active]')).toHaveAccessibleName('evening')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/deployments\/[0-9a-f-]{36}/)
})
