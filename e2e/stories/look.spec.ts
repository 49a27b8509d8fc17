import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/app-fixture.ts'
import { demoFile } from '../fixtures/demo-file.ts'

// Every screen in both themes: what a screen reader and weak eyes need is there.

/** Legacy mode: the analysis stays in this page, for a window has no second one to lend. */
async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => (location.hash = next), hash)
}

const filtered = encodeURIComponent(
  JSON.stringify({
    flows: { name: { like_: 'a' } },
    flow_runs: { state: { type: { any_: ['COMPLETED'] } } },
  }),
)

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.beforeEach(async ({ page, openDatabase }) => {
      await page.emulateMedia({ colorScheme })
      await openDatabase(demoFile())
      // Opening a database leads to its flows; what comes before that is led away.
      await expect(page.getByText('34 flows').first()).toBeVisible()
    })

    for (const [screen, heading] of [
      ['#/flows', 'Flows'],
      [`#/flows?filter=${filtered}`, 'Flows'],
      ['#/runs', 'Runs'],
      ['#/deployments', 'Deployments'],
      ['#/tags', 'Tags'],
      ['#/limits', 'Limits'],
      ['#/welcome', 'Open a database'],
    ] as const) {
      test(`axe finds nothing on ${decodeURIComponent(screen)}`, async ({ page }) => {
        await goTo(page, screen)
        await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
        if (heading !== 'Open a database') {
          await expect(page.getByRole('row').nth(2)).toBeVisible()
        }
        await expectClean(page)
      })
    }

    test('axe finds nothing on a flow, a run, a task run and a deployment', async ({ page }) => {
      for (const [list, row] of [
        ['#/flows', 'nightly-warehouse-load'],
        ['#/deployments', undefined],
        ['#/runs', undefined],
      ] as const) {
        await goTo(page, list)
        const rows = page.getByRole('grid').getByRole('row')
        const wanted = row === undefined ? rows.nth(1) : rows.filter({ hasText: row }).first()
        await wanted.getByRole('link').first().click()
        await expect(page).toHaveURL(/#\/[a-z-]+\/[0-9a-f-]{36}/)
        for (const tab of await page.getByRole('tab').all()) {
          await tab.click()
          await expect(tab).toHaveAttribute('aria-selected', 'true')
          await page.waitForTimeout(300)
          await expectClean(page)
        }
      }
    })

    test('axe finds nothing in the palette and the list of keys', async ({ page }) => {
      await page.keyboard.press('ControlOrMeta+k')
      await page.keyboard.type('load')
      await expect(page.getByRole('option').first()).toBeVisible()
      await expectClean(page)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
      await expectClean(page)
    })
  })
}
