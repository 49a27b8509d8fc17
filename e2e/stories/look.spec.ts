import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../fixtures/app-fixture.ts'
import { demoFile } from '../fixtures/demo-file.ts'

// Every screen in both themes: what a screen reader and weak eyes need is there.

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [screen, heading] of [
    ['#/flows', 'Flows'],
    ['#/limits', 'Limits'],
    ['#/welcome', 'Open a database'],
  ] as const) {
    test(`axe finds nothing on ${screen} in ${colorScheme}`, async ({ page, openDatabase }) => {
      await page.emulateMedia({ colorScheme })
      await openDatabase(demoFile())
      // Opening a database leads to its flows; what comes before that is led away.
      await expect(page.getByText('34 flows')).toBeVisible()
      await page.evaluate((hash) => (location.hash = hash), screen)
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
      // Legacy mode: the analysis stays in this page, for a window has no second one to lend.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    })
  }
}
