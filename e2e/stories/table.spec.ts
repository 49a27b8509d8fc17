import type { Locator, Page } from '@playwright/test'
import { buildDatabase, type DatabaseFile } from '../../src-main/testing/build-database.ts'
import { expect, test } from '../fixtures/app-fixture.ts'

// A developer looks through a long table, arranges its columns and takes rows out of it.

/** Two hundred limits: `limit-000` of 1 slot, `limit-001` of 2, and so on. */
function manyLimits(): DatabaseFile {
  const file = buildDatabase()
  for (let number = 0; number < 200; number += 1) {
    const name = `limit-${String(number).padStart(3, '0')}`
    file.add.concurrencyLimitV2({ name, limit: number + 1, active_slots: 0 })
  }
  return file
}

async function openLimits(page: Page, file: DatabaseFile): Promise<Locator> {
  // Another database shows its flows first: a click before that would be undone.
  await expect(page.getByText(file.path).first()).toBeVisible()
  await page.getByRole('link', { name: /^Limits/ }).click()
  const table = page.getByRole('grid', { name: 'Limits' })
  await expect(table).toHaveAttribute('aria-rowcount', /\d{2,}/)
  return table
}

function rowOf(table: Locator, name: string): Locator {
  return table.getByRole('row', { name: new RegExp(`^${name},`) })
}

/** The names of the columns in their order. */
async function titles(table: Locator): Promise<string[]> {
  const heads = await table.getByRole('columnheader').all()
  return await Promise.all(heads.map(async (head) => (await head.getAttribute('aria-label')) ?? ''))
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

/** What stands behind the header's lower edge, by its place on the screen. */
async function firstInSight(table: Locator): Promise<string> {
  return await table.evaluate((grid) => {
    const { left, top } = grid.getBoundingClientRect()
    const element = document.elementFromPoint(left + 120, top + 32 + 16)
    return element?.closest('[role="row"]')?.getAttribute('aria-label') ?? ''
  })
}

test('rows are selected with the mouse, and copied', async ({ page, openDatabase }) => {
  const file = manyLimits()
  await openDatabase(file.path)
  const table = await openLimits(page, file)
  const copied = await catchCopies(page)
  const at = { position: { x: 150, y: 10 } }
  await rowOf(table, 'limit-002').click({ modifiers: ['ControlOrMeta'], ...at })
  await rowOf(table, 'limit-004').click({ modifiers: ['Shift'], ...at })
  const bar = page.getByRole('toolbar', { name: 'Selected rows' })
  await expect(bar).toContainText('3 selected')
  await rowOf(table, 'limit-003').click({ modifiers: ['ControlOrMeta'], ...at })
  await expect(bar).toContainText('2 selected')
  await expect(table.getByRole('row', { selected: true })).toHaveCount(2)
  await bar.getByRole('button', { name: 'Copy' }).click()
  await expect
    .poll(copied)
    .toMatch(/^Name\tKind\tSlots\t.*\nlimit-002\tGlobal\t0 of 3\t.*\nlimit-004\t/)
  await rowOf(table, 'limit-004').click({ button: 'right', ...at })
  await page.getByRole('menuitem', { name: 'Copy cell' }).click()
  await expect.poll(copied).toBe('limit-004')
  await bar.getByRole('button', { name: 'Clear the selection' }).click()
  await expect(bar).toBeHidden()
  await expect(table).toBeFocused()
  file.remove()
})

test('a row is walked to, selected, copied and opened by the keyboard alone', async ({
  page,
  openDatabase,
}) => {
  const file = manyLimits()
  await openDatabase(file.path)
  const table = await openLimits(page, file)
  const copied = await catchCopies(page)
  const active = table.locator('[role="row"][data-active]')
  const press = (key: string): Promise<void> => page.keyboard.press(key)
  await table.focus()
  await press('End')
  await expect(active).toHaveAttribute('aria-label', /^limit-199/)
  await expect(active).toBeInViewport()
  await press('ArrowUp')
  await press('Space')
  await press('Shift+ArrowUp')
  await press('Shift+ArrowUp')
  await expect(page.getByText('3 selected').first()).toBeVisible()
  await press('ControlOrMeta+c')
  await expect.poll(copied).toMatch(/^Name\t.*\nlimit-196\t.*\nlimit-197\t.*\nlimit-198\t/)
  await press('Escape')
  await expect(table.getByRole('row', { selected: true })).toHaveCount(0)
  await press('ControlOrMeta+a')
  await expect(page.getByText('200 selected').first()).toBeVisible()
  await press('Escape')
  await press('Home')
  await press('ArrowRight')
  await press('ArrowRight')
  await press('ControlOrMeta+c')
  await expect.poll(copied).toBe('Global')
  await press('Shift+F10')
  await expect(page.getByRole('menuitem', { name: 'Copy cell' })).toBeVisible()
  await press('Escape')
  await expect(table).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('complementary', { name: 'Details of limit-000' })).toBeVisible()
  file.remove()
})

test('columns are arranged with the mouse, and stay so', async ({ page, openDatabase }) => {
  const file = manyLimits()
  await openDatabase(file.path)
  const table = await openLimits(page, file)
  expect(await titles(table)).toEqual([
    'Name',
    'Kind',
    'Slots',
    'Decay',
    'Active',
    'Updated',
    'Actions',
  ])
  const head = (name: string): Locator => table.getByRole('columnheader', { name })
  await head('Updated').dragTo(head('Kind'), { sourcePosition: { x: 30, y: 16 } })
  await expect
    .poll(async () => (await titles(table)).slice(0, 3))
    .toEqual(['Name', 'Updated', 'Kind'])
  await head('Decay').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Hide' }).click()
  await head('Slots').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Pin', exact: true }).click()
  const arranged = ['Name', 'Slots', 'Updated', 'Kind', 'Active', 'Actions']
  await expect.poll(() => titles(table)).toEqual(arranged)
  const before = await head('Slots').boundingBox()
  await table.getByRole('separator', { name: 'Width of Slots' }).dblclick()
  await expect.poll(async () => (await head('Slots').boundingBox())?.width).not.toBe(before?.width)
  await page.reload()
  await expect.poll(() => titles(table)).toEqual(arranged)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Decay' }).click()
  await expect(head('Decay')).toBeVisible()
  await page.getByRole('button', { name: 'Show as at first' }).click()
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await titles(table))[1]).toBe('Kind')
  file.remove()
})

test('columns are sorted, moved, made wider and pinned by the keyboard alone', async ({
  page,
  openDatabase,
}) => {
  const file = manyLimits()
  await openDatabase(file.path)
  const table = await openLimits(page, file)
  const press = (key: string): Promise<void> => page.keyboard.press(key)
  const head = (name: string): Locator => table.getByRole('columnheader', { name })
  await table.focus()
  await press('Home')
  await press('ArrowUp')
  await press('Enter')
  await expect(head('Name')).toHaveAttribute('aria-sort', 'ascending')
  await press('Enter')
  await expect(head('Name')).toHaveAttribute('aria-sort', 'descending')
  await expect(page.getByText('sorted by Name, descending')).toBeAttached()
  await expect(rowOf(table, 'limit-199')).toBeInViewport()
  await press('ArrowRight')
  await press('Alt+ArrowRight')
  await expect
    .poll(async () => (await titles(table)).slice(0, 3))
    .toEqual(['Name', 'Slots', 'Kind'])
  const width = (await head('Kind').boundingBox())?.width ?? 0
  await press('Shift+ArrowRight')
  await expect.poll(async () => (await head('Kind').boundingBox())?.width).toBe(width + 16)
  await press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Pin', exact: true }).press('Enter')
  await expect.poll(async () => (await titles(table)).slice(0, 2)).toEqual(['Name', 'Kind'])
  await expect(table).toBeFocused()
  const columns = page.getByRole('button', { name: 'Columns' })
  await columns.press('Enter')
  const up = page.getByRole('button', { name: 'Move Active up' })
  await up.press('Enter')
  // It stays where the focus is, for the next step.
  await expect(up).toBeFocused()
  await press('Enter')
  await expect.poll(async () => (await titles(table)).slice(2, 4)).toEqual(['Active', 'Slots'])
  await press('Escape')
  await expect(columns).toBeFocused()
  file.remove()
})

test('what is in sight, selected and open stays while others write', async ({
  page,
  openDatabase,
}) => {
  const file = manyLimits()
  await openDatabase(file.path)
  const table = await openLimits(page, file)
  await table.getByRole('button', { name: 'Name' }).click()
  await table.focus()
  await table.evaluate((grid) => {
    grid.scrollTop = 32 * 60
  })
  await expect.poll(() => firstInSight(table)).toMatch(/^limit-060/)
  await rowOf(table, 'limit-065').click({
    modifiers: ['ControlOrMeta'],
    position: { x: 150, y: 10 },
  })
  const before = await firstInSight(table)
  await rowOf(table, 'limit-070').click({ button: 'right', position: { x: 150, y: 10 } })
  for (let number = 0; number < 5; number += 1) {
    file.add.concurrencyLimitV2({ name: `a-new-one-${number}`, limit: 1, active_slots: 0 })
  }
  await expect(table).toHaveAttribute('aria-rowcount', '206')
  expect(await firstInSight(table)).toBe(before)
  await expect(rowOf(table, 'limit-065')).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('menuitem', { name: 'Copy row' })).toBeVisible()
  await page.keyboard.press('Escape')
  // What is deleted is no longer selected.
  file.run("DELETE FROM concurrency_limit_v2 WHERE name = 'limit-065'")
  await expect(page.getByRole('toolbar', { name: 'Selected rows' })).toBeHidden()
  file.remove()
})
