import { test as base } from '@playwright/test'
import { buildDatabase, type DatabaseFile } from '../../src-main/testing/build-database.ts'
import { startDesktop, type DesktopApp } from '../fixtures/desktop-app.ts'
import { testHome, type TestHome } from '../fixtures/test-home.ts'

export { expect } from '@playwright/test'

/** What {@link test} gives a test of what only the desktop app has. */
export interface DesktopFixtures {
  /** Folders of this test's own. */
  home: TestHome
  /** A database with the flows `flow-one` and `flow-two`. */
  database: DatabaseFile
  /** Starts the app with words of its command line; it is ended after the test. */
  launch: (...words: string[]) => Promise<DesktopApp>
  /** The app, started on {@link DesktopFixtures.database}. */
  desktop: DesktopApp
}

/** A database with these flows. */
export function databaseOf(...flows: readonly string[]): DatabaseFile {
  const file = buildDatabase()
  for (const name of flows) file.add.flow({ name })
  return file
}

/** The fixture of the desktop's own tests. */
export const test = base.extend<DesktopFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names out of the pattern
  home: async ({}, use) => {
    const home = testHome()
    await use(home)
    home.remove()
  },
  // oxlint-disable-next-line no-empty-pattern -- as above
  database: async ({}, use) => {
    const file = databaseOf('flow-one', 'flow-two')
    await use(file)
    file.remove()
  },
  launch: async ({ home }, use) => {
    const started: DesktopApp[] = []
    await use(async (...words) => {
      const app = await startDesktop(home, ...words)
      started.push(app)
      return app
    })
    for (const { application } of started) await application.close().catch(() => {})
  },
  desktop: async ({ launch, database }, use) => {
    await use(await launch(database.path))
  },
})
