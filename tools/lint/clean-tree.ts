import { importing } from './plant.ts'
import { functionOf } from './style-plants.ts'
import type { PlantedFiles } from './planted-tree.ts'

/** A tree that breaks no rule: each layer has a file, and imports all that it may import. */
export const cleanTree: PlantedFiles = {
  'src-shared/errors/code.ts': "export const code = 'busy'\n",
  'src-shared/contract/flows.ts': importing('zod', '../errors/code.ts'),
  'src-shared/contract/flows.test.ts': importing('vitest', 'node:fs', './flows.ts'),

  'src-main/electron.ts': importing('electron', './host/window.ts', './rpc/electron-transport.ts'),
  'src-main/preload.ts': importing('electron', '../src-shared/contract/flows.ts'),
  'src-main/server.ts': importing(
    './database/session.ts',
    './rpc/dispatcher.ts',
    './demo/demo.ts',
    '../package.json',
  ),
  'src-main/host/window.ts': importing('electron', './menu.ts', '../settings/settings.ts'),
  'src-main/host/menu.ts': importing('electron'),
  'src-main/demo/demo.ts': importing('../models/flows.ts', '../database/connection.ts'),
  'src-main/testing/fixture.ts': importing('better-sqlite3', '../database/codecs.ts'),
  'src-main/log/logger.ts':
    'export const logger = { info: (text: string) => console.info(text) }\n',
  'src-main/settings/settings.ts': importing('node:fs', '../log/logger.ts'),
  'src-main/rpc/electron-transport.ts': importing('electron', './dispatcher.ts'),
  'src-main/rpc/dispatcher.ts': importing(
    '../settings/settings.ts',
    '../log/logger.ts',
    '../../src-shared/contract/flows.ts',
  ),
  'src-main/rpc/dispatcher.test.ts': importing('vitest', './dispatcher.ts', '../models/flows.ts'),
  'src-main/database/connection.ts': importing('better-sqlite3', 'kysely', './codecs.ts'),
  'src-main/database/codecs.ts': importing('../../src-shared/contract/flows.ts'),
  'src-main/database/row-expressions.ts': importing('kysely'),
  'src-main/database/stored-labels.ts': importing('kysely'),
  'src-main/database/session.ts': importing('./connection.ts', '../log/logger.ts'),
  'src-main/database/worker.ts': importing('./connection.ts', '../models/flows.ts'),
  'src-main/models/flows.ts': importing('kysely', '../database/codecs.ts', './filters/flow.ts'),
  'src-main/models/filters/flow.ts': importing(
    '../../database/codecs.ts',
    '../../database/row-expressions.ts',
    '../../database/stored-labels.ts',
  ),
  'src-main/models/flows.test.ts': importing(
    'better-sqlite3',
    './flows.ts',
    '../testing/fixture.ts',
  ),

  'src-renderer/main.tsx': `import './styles.css'\n${importing('./features/flows/flows-screen.tsx')}`,
  'src-renderer/styles.css': 'body {}\n',
  'src-renderer/api/transport.ts': `
    const { bridge } = window as unknown as { bridge: unknown }
    export const queryKey = [bridge, fetch, 'invalidateQueries']
    ${importing('../lib/format.ts')}`,
  'src-renderer/features/flows/flows-table.tsx': importing('react'),
  'src-renderer/features/flows/flows-screen.tsx': importing(
    './flows-table.tsx',
    '../../api/transport.ts',
    '../../components/panel.tsx',
    '../../lib/format.ts',
  ),
  'src-renderer/views/run-table.tsx': importing(
    'react',
    '../api/transport.ts',
    '../components/panel.tsx',
    '../lib/format.ts',
  ),
  'src-renderer/components/rows.tsx': `
    import { useVirtualizer } from '@tanstack/react-virtual'
    export function Rows({ count }: { count: number }) {
      const rows = useVirtualizer({ count, getScrollElement: () => null, estimateSize: () => 1 })
      return <p>{rows.getTotalSize()}</p>
    }`,
  'src-renderer/components/panel.tsx': importing('react', '../lib/format.ts'),
  'src-renderer/lib/format.ts': importing('../../src-shared/errors/code.ts'),

  'tools/bench/list.ts': importing('better-sqlite3', '../../src-main/models/flows.ts'),
  'tools/explained.ts': `
    // oxlint-disable-next-line no-console -- the one line that a shell pipeline reads
    console.log('done')
    // @ts-expect-error -- the library's types lack this option
    export const port: number = 'any'
    export const second = ([_, value]: [1, 2]) => value
    export async function untilDone(work: Promise<void>) {
      let running = true
      void work.finally(() => (running = false))
      while (running) await sleep(10)
    }
    export const isEmpty = (_row: number, value: unknown) => value == null`,
  'src-main/models/filter.test.ts': `
    import { expect, test } from 'vitest'
    const name = 'takes any_'
    test(name, () => {
      const filter = { any_: [1], is_null_: false }
      const isText = (text: string) => !/[\\u0000-\\u001f]/.test(text)
      if (!filter.is_null_) expect(isText('a')).toBe(true)
      expect(filter.any_, name).toEqual([1])
      process.parentPort.postMessage(filter.any_)
    })
    test('holds for all', () => fc.assert(property))
    test('uses the index', () => {
      expectIndex('ix_flow__created')
    })`,
  'src-main/models/long-function.test.ts': functionOf(300),
  'src-renderer/components/just-short-enough.tsx': functionOf(120),
  'src-main/demo/just-short-enough.ts': functionOf(60),
  'e2e/story.spec.ts': `
    import { expect, test } from './fixtures/app.ts'
    test.describe('flows', () => {
      test('are listed', async ({ page }) => {
        await page.goto('/')
        await expect(page.getByText('my-flow')).toBeVisible()
      })
    })`,
  'e2e/fixtures/app.ts': `
    import { expect, test as base } from '@playwright/test'
    export const test = base.extend({})
    export { expect }`,
  'e2e/flows.spec.ts': importing('../tools/bench/list.ts', '../src-main/testing/fixture.ts'),
  'package.json': '{ "type": "module" }',
  'electron.vite.config.ts': 'export default {}\n',
}
