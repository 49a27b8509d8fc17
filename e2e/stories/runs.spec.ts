import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures/app-fixture.ts'
import { demoFile } from '../fixtures/demo-file.ts'
import { buildDatabase } from '../../src-main/testing/build-database.ts'

// A developer looks for a flow run.

function cell(row: Locator, column: string): Locator {
  return row.locator(`[data-column="${column}"]`)
}

async function openRuns(page: Page): Promise<Locator> {
  await untilOpened(page)
  await page.getByRole('link', { name: /^Runs/ }).click()
  return page.getByRole('grid', { name: 'Flow runs' })
}

/** Another file that is opened brings its flows to the screen: a link that came before would be lost. */
async function untilOpened(page: Page): Promise<void> {
  await expect(page.getByRole('grid', { name: 'Flows' }).locator('[data-index="0"]')).toBeVisible()
}

/** Goes to a link as one pastes it. */
async function goTo(page: Page, link: string): Promise<void> {
  await untilOpened(page)
  await page.evaluate((hash) => void (location.hash = hash), link)
}

function count(page: Page, text: string | RegExp): Locator {
  return page.getByRole('search').getByText(text, { exact: true })
}

/** As Prefect stores a moment. */
function stored(millisecondsAgo: number): string {
  return new Date(Date.now() - millisecondsAgo).toISOString().replace('T', ' ').replace('Z', '000')
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

test('all runs are there, whatever their number, and the bar leads to the last', async ({
  page,
  openDatabase,
}) => {
  await openDatabase(demoFile())
  const table = await openRuns(page)
  await expect(count(page, '5,000 runs')).toBeVisible()
  await expect(table).toHaveAttribute('aria-rowcount', '5001')
  await table.evaluate((grid) => void (grid.scrollTop = grid.scrollHeight))
  const last = page.locator('[role="row"][aria-rowindex="5001"]')
  await expect(last).toHaveAccessibleName(/\S/)
  await expect(cell(last, 'state')).toContainText(/\w/)
})

test('the database sorts by any column, over all runs', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  const flow = file.add.flow()
  file.fill(() => {
    for (let number = 0; number < 500; number += 1) {
      const name = `run-${String(number).padStart(3, '0')}`
      file.add.flowRun({ flow_id: flow.id, name, run_count: number })
    }
  })
  await openDatabase(file.path)
  await openRuns(page)
  const first = page.locator('[role="row"][aria-rowindex="2"]')
  await page.getByRole('columnheader', { name: 'Name' }).getByText('Name').click()
  await expect(first).toHaveAccessibleName('run-000')
  await page.getByRole('columnheader', { name: 'Name' }).getByText('Name').click()
  await expect(first).toHaveAccessibleName('run-499')
  await expect(page).toHaveURL(/sort=name/)
  await page.evaluate(() => void (location.hash = '/runs?sort=runCount'))
  await expect(first).toHaveAccessibleName('run-000')
  file.remove()
})

test('a link filters, and names what is left out of it', async ({ page, openDatabase }) => {
  await openDatabase(demoFile())
  const filter = encodeURIComponent('{"flow_runs":{"state":{"type":{"any_":["CRASHED"]}},"x":1}}')
  await goTo(page, `/runs?filter=${filter}`)
  await expect(page.getByRole('alert').filter({ hasText: 'in part' })).toContainText(
    'filter.flow_runs.x',
  )
  await expect(count(page, /^\d+ runs$/)).toBeVisible()
  await expect(cell(page.getByRole('row').nth(1), 'state')).toHaveText('Crashed')
})

test('a running run ticks', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  const began = { start_time: stored(100_000), state_timestamp: stored(100_000) }
  file.add.flowRun({
    flow_id: file.add.flow().id,
    name: 'at work',
    state_type: 'RUNNING',
    total_run_time: '1970-01-01 00:00:00.000000',
    ...began,
  })
  await openDatabase(file.path)
  await openRuns(page)
  const duration = cell(page.getByRole('row', { name: 'at work' }), 'duration')
  await expect(duration).toHaveText(/^1 m \d+ s$/)
  const before = await duration.textContent()
  await expect(duration).not.toHaveText(before ?? '')
  file.remove()
})

test('rows that no Prefect would write are shown as they are, marked', async ({
  page,
  openDatabase,
}) => {
  const file = buildDatabase({ foreignKeys: false })
  const flow = file.add.flow()
  const odd: Record<string, [column: string, value: unknown, shown: string, at: string]> = {
    'odd type': ['state_type', 'EXPLODED', 'EXPLODED', 'state'],
    'odd parameters': ['parameters', '{oops', '{oops', 'parameters'],
    'odd tags': ['tags', '[1, 2]', '[1, 2]', 'tags'],
    'odd time': ['total_run_time', 0, '0', 'duration'],
    'no flow': ['flow_id', '00000000-0000-4000-8000-00000000dead', '00000000-0000', 'flow'],
  }
  for (const [name, [column, value]] of Object.entries(odd)) {
    const { id } = file.add.flowRun({ flow_id: flow.id, name })
    file.run(`UPDATE flow_run SET ${column} = ? WHERE id = ?`, value, id)
  }
  await openDatabase(file.path)
  await openRuns(page)
  for (const [name, [, , shown, at]] of Object.entries(odd)) {
    const marked = cell(page.getByRole('row', { name }), at)
    await expect(marked).toContainText(shown)
    await expect(marked.getByRole('img', { name: /cannot read|not in the database/ })).toBeVisible()
  }
  await cell(page.getByRole('row', { name: 'odd parameters' }), 'state').click()
  await expect(page.getByRole('complementary')).toContainText('{oops')
  file.remove()
})

test('a click shows the details, the name leads to the page', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  const flow = file.add.flow({ name: 'etl' })
  const run = file.add.flowRun({
    flow_id: flow.id,
    name: 'brave-fox',
    parameters: { day: 'monday' },
    tags: ['nightly'],
  })
  await openDatabase(file.path)
  await openRuns(page)
  const row = page.getByRole('row', { name: 'brave-fox' })
  await cell(row, 'start').click()
  const details = page.getByRole('complementary', { name: 'Details of brave-fox' })
  await expect(details).toContainText(run.id)
  await expect(details).toContainText('"day": "monday"')
  await page.reload()
  await expect(details).toBeVisible()
  await details.getByRole('button', { name: 'nightly', exact: true }).click()
  await expect(count(page, '1 run')).toBeVisible()
  await details.getByRole('button', { name: 'Close the details' }).click()
  await expect(details).toBeHidden()
  await row.getByRole('link', { name: 'brave-fox' }).click()
  await expect(page).toHaveURL(new RegExp(`#/runs/${run.id}`))
  file.remove()
})

test('the menu copies a command for the run', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  const run = file.add.flowRun({ flow_id: file.add.flow().id, name: 'brave-fox' })
  await openDatabase(file.path)
  await openRuns(page)
  const copied = await catchCopies(page)
  await cell(page.getByRole('row', { name: 'brave-fox' }), 'state').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Copy prefect flow-run inspect' }).click()
  await expect.poll(copied).toBe(`prefect flow-run inspect ${run.id}`)
  file.remove()
})

test('by the keyboard alone: walk, look at the details, open the page', async ({
  page,
  openDatabase,
}) => {
  const file = buildDatabase()
  const flow = file.add.flow()
  for (const name of ['one', 'two', 'three']) file.add.flowRun({ flow_id: flow.id, name })
  await openDatabase(file.path)
  await goTo(page, '/runs?sort=name')
  const table = page.getByRole('grid', { name: 'Flow runs' })
  await expect(page.getByRole('row', { name: 'two' })).toBeVisible()
  await table.focus()
  await page.keyboard.press('End')
  await expect(page.locator('[role="row"][data-active]')).toHaveAccessibleName('two')
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Show the details' }).focus()
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary', { name: 'Details of two' })
  await expect(details).toBeVisible()
  await expect(table).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('complementary', { name: 'Details of three' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary')).toBeHidden()
  await expect(table).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/runs\/[0-9a-f-]{36}/)
  file.remove()
})

test('a run that another process writes appears at the top, and what is open stays', async ({
  page,
  openDatabase,
}) => {
  const file = buildDatabase()
  const flow = file.add.flow()
  file.add.flowRun({ flow_id: flow.id, name: 'earlier', start_time: stored(60_000) })
  await openDatabase(file.path)
  await openRuns(page)
  await cell(page.getByRole('row', { name: 'earlier' }), 'state').click()
  const details = page.getByRole('complementary', { name: 'Details of earlier' })
  await expect(details).toBeVisible()
  file.add.flowRun({ flow_id: flow.id, name: 'later', start_time: stored(1000) })
  await expect(page.getByRole('row').nth(1)).toHaveAccessibleName('later')
  await expect(details).toBeVisible()
  await expect(count(page, '2 runs')).toBeVisible()
  file.remove()
})

test('no runs, and no run that matches, say so', async ({ page, openDatabase }) => {
  const file = buildDatabase()
  await openDatabase(file.path)
  file.add.flow()
  await openRuns(page)
  await expect(page.getByText('This database has no flow runs yet.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Name' }).fill('nothing')
  await expect(page.getByText('No run matches.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page.getByText('This database has no flow runs yet.')).toBeVisible()
  file.remove()
})
