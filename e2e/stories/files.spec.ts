import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../fixtures/app-fixture.ts'
import { buildDatabase } from '../../src-main/testing/build-database.ts'

// Files that are not what they should be, and files that change under an open window.

let folder: string

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-files-'))
})

test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

for (const [what, content] of [
  ['missing', null],
  ['empty', ''],
  ['a text', 'This is no database at all, but it is a file of some length. '.repeat(40)],
] as const) {
  test(`a file that is ${what} is told in words, with a next step`, async ({
    page,
    openDatabase,
  }) => {
    const path = join(folder, 'prefect.db')
    if (content !== null) writeFileSync(path, content)
    await openDatabase(path)
    await expect(page.getByRole('alert').filter({ hasText: path })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Open a database' })).toBeVisible()
    // The next step works: once the file is right, it opens.
    const file = buildDatabase()
    file.add.flow({ name: 'mended' })
    file.run('PRAGMA wal_checkpoint(TRUNCATE)')
    renameSync(file.path, path)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('row', { name: 'mended' })).toBeVisible()
    file.remove()
  })
}

test('a schema that is newer than known is open for reading only, and says so', async ({
  page,
  openDatabase,
}) => {
  const file = buildDatabase({ revision: 'ffffffffffff' })
  file.add.flow({ name: 'from the future' })
  await openDatabase(file.path)
  await expect(page.getByRole('row', { name: 'from the future' })).toBeVisible()
  await expect(page.getByText('Read-only')).toBeVisible()
  await expect(page.getByText('Schema newer than known')).toBeVisible()
  file.remove()
})

test('a file that vanishes under an open window is told, and comes back by itself', async ({
  page,
  openDatabase,
}) => {
  const file = buildDatabase()
  file.add.flow({ name: 'nightly-load' })
  await openDatabase(file.path)
  await expect(page.getByRole('row', { name: 'nightly-load' })).toBeVisible()
  renameSync(file.path, `${file.path}.away`)
  await expect(page.getByRole('alert').filter({ hasText: 'not there' })).toBeVisible()
  renameSync(`${file.path}.away`, file.path)
  await expect(page.getByRole('row', { name: 'nightly-load' })).toBeVisible()
  file.remove()
})

test('the welcome screen opens the demo, and remembers what was open before', async ({
  page,
  openDatabase,
}) => {
  const file = buildDatabase()
  await openDatabase(file.path)
  await page.getByRole('button', { name: /^Database/ }).click()
  await page.getByRole('menuitem', { name: 'Open another' }).click()
  await expect(page.getByRole('heading', { name: 'Opened before' })).toBeVisible()
  await page.getByRole('button', { name: 'Open the demo' }).click()
  await expect(page.getByText('34 flows').first()).toBeVisible({ timeout: 30_000 })
  file.remove()
})
