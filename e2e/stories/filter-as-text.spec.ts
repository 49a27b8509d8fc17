import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { DatabaseFile } from '../../src-main/testing/build-database.ts'
import { expect, test } from '../fixtures/app-fixture.ts'
import { addFilter, chip, fewFlows, flowsAre, line, openLink } from '../fixtures/filter-line.ts'

// A developer reads, edits, links and copies a filter as what Prefect takes.

let file: DatabaseFile
test.beforeEach(async ({ page, openDatabase }) => {
  file = fewFlows()
  await openDatabase(file.path)
  // Opening a database leads to its flows: a link that is followed before is left again.
  await expect(page.getByRole('row', { name: 'idle' })).toBeVisible()
})
test.afterEach(() => file.remove())

test('the JSON is Prefect’s own: what it would refuse is told with its line', async ({ page }) => {
  await openLink(page, '#/flows?filter={"flows":{"name":{"like_":"in"}}}')
  await flowsAre(page, ['fine'])
  await page.getByRole('button', { name: 'Filter as JSON' }).click()
  const text = page.getByRole('textbox', { name: 'Filter' })
  const apply = page.getByRole('button', { name: 'Apply' })
  await expect(text).toHaveValue(/"like_": "in"/)
  await text.fill('{\n  "flows": {"nme": {}}\n}')
  await expect(page.getByText('flows.nme is not known; allowed: operator, name')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Line 2' })).toBeVisible()
  await expect(apply).toBeDisabled()
  // Behind it the last good view stays.
  await expect(page.locator('[role="row"]')).toHaveCount(2)
  await text.fill('{"flows": {"id": null, "name": {"any_": ["idle", "late"]}}, "limit": 10}')
  await expect(page.getByText('Left out: limit.')).toBeVisible()
  await text.press('Tab')
  await expect(text).not.toBeFocused()
  await apply.click()
  await expect(chip(page, 'name is idle or late')).toBeVisible()
  await flowsAre(page, ['idle', 'late'])
})

test('Escape leaves the JSON as it was', async ({ page }) => {
  await page.getByRole('button', { name: 'Filter as JSON' }).click()
  await page.getByRole('textbox', { name: 'Filter' }).fill('{"flows": {"name": {"like_": "x"}}}')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Filter as JSON' })).toBeFocused()
  await flowsAre(page, ['late', 'broken', 'fine', 'idle'])
})

test('a link that no longer parses says so, and opens what it can', async ({ page }) => {
  await openLink(
    page,
    '#/flows?filter={"flows":{"name":{"like_":"in"},"color":{}},"flow_runs":{"state":{"type":{"any_":["BROKEN"]}}}}&open=1',
  )
  const notice = page.getByRole('alert').filter({ hasText: 'This link' })
  await expect(notice).toContainText('filter.flows.color is not known')
  await expect(notice).toContainText('filter.flow_runs.state.type.any_.0 is not one of SCHEDULED')
  await flowsAre(page, ['fine'])
})

test('what is typed into the search takes the place of the step before it', async ({ page }) => {
  await addFilter(page, 'without deployment')
  await expect(chip(page, 'deployment is not there')).toBeVisible()
  const search = page.getByRole('textbox', { name: 'Name' })
  for (const text of ['f', 'fi', 'fin']) {
    await search.fill(text)
    await expect(page).toHaveURL(new RegExp(`like_[^a-z]+${text}%22`))
  }
  await flowsAre(page, ['fine'])
  await page.goBack()
  await expect(search).toHaveValue('')
  await expect(line(page).getByText('4 flows', { exact: true })).toBeVisible()
})

test('the filter is copied as curl, and as the command that says the same', async ({ page }) => {
  await page.evaluate(() => {
    const copied: string[] = []
    Object.assign(window, { copied })
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void copied.push(text) },
    })
  })
  const copy = async (name: string): Promise<string> => {
    await page.getByRole('button', { name: 'Copy this view' }).click()
    await page.getByRole('menuitem', { name }).click()
    return await page.evaluate(
      () => (window as unknown as { copied: string[] }).copied.at(-1) ?? '',
    )
  }
  await openLink(
    page,
    '#/runs?filter={"flows":{"name":{"any_":["it\'s"]}},"flow_runs":{"state":{"type":{"any_":["FAILED"]}}}}',
  )
  await expect(chip(page, "name is it's")).toBeVisible()
  const curl = await copy('curl')
  expect(curl).toContain('/flow_runs/filter')
  expect(curl).toContain(`"any_":["it'\\''s"]`)
  expect(await copy('prefect command')).toBe(
    `prefect flow-run ls --flow-name 'it'\\''s' --state-type FAILED --limit 200`,
  )
  expect(JSON.parse(await copy('JSON'))).toEqual({
    flows: { name: { any_: [`it's`] } },
    flow_runs: { state: { type: { any_: ['FAILED'] } } },
  })
  expect(await copy('Link')).toMatch(/#\/runs\?filter=/)
})

test('runs and deployments are asked in the same way', async ({ page }) => {
  await openLink(page, '#/runs')
  await addFilter(page, 'common flow')
  await page.getByRole('option', { name: 'broken' }).click()
  await page.keyboard.press('Escape')
  await expect(line(page)).toContainText('of a flow whose')
  await expect(line(page).getByText('2 runs', { exact: true })).toBeVisible()
  await openLink(page, '#/deployments')
  await addFilter(page, 'common paused')
  await expect(chip(page, 'schedule is paused')).toBeVisible()
  await expect(line(page).getByText('1 deployment', { exact: true })).toBeVisible()
})

/** Legacy mode: the analysis stays in this page, for a window has no second one to lend. */
async function expectClean(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('nav')
  const { violations } = await axe.analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`menus and editors are there for everybody (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openLink(
      page,
      '#/runs?filter={"flow_runs":{"operator":"or_","name":{},"state":{"name":{"any_":["Late"]}},"start_time":{"after_":"2026-11-20T00:00:00Z"}}}',
    )
    await page.getByRole('button', { name: 'Add filter' }).click()
    await expect(page.getByRole('combobox', { name: 'Condition' })).toBeFocused()
    await expectClean(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    for (const words of [/^state is named Late$/, /^start from /, /name: no condition$/]) {
      await line(page).locator('[data-chip]').filter({ hasText: words }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await page
        .getByRole('dialog')
        .locator('button:has-text("Is "), button:has-text("Until")')
        .first()
        .click()
      await expectClean(page)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await page.getByRole('button', { name: 'Filter as JSON' }).click()
    await page.getByRole('textbox', { name: 'Filter' }).fill('{"flows": 1}')
    await expectClean(page)
    await page.keyboard.press('Escape')
    // The tooltip of what the mouse is on would lie outside of every landmark.
    await page.mouse.move(640, 600)
    await page.getByRole('button', { name: 'Copy this view' }).press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Link' })).toBeVisible()
    await expect(page.getByRole('tooltip')).toHaveCount(0)
    await expectClean(page)
  })
}
