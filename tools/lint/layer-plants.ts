import { posix } from 'node:path'
import { importing, type Plant } from './plant.ts'

const rule = 'boundaries(dependencies)'
const isPath = /^(src-(shared|main|renderer)|tools|e2e|electron\.vite)/

/** A file in `folder` (or the file itself) that imports each of the targets, in a file of its own. */
function imports(from: string, says: string, ...targets: string[]): Plant[] {
  return targets.map((target, index) => {
    const path = /\.tsx?$/.test(from) ? from : `${from}/planted-${slug(says)}-${index}.ts`
    const specifier = isPath.test(target) ? relative(path, target) : target
    return { path, text: importing(specifier), rule, says }
  })
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}

function relative(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}

function layer(from: string, to: string): string {
  return `'${from}' must not import layer '${to}'`
}

/** Every way to write an import; each must be seen. */
const everyForm: Plant[] = [
  "import { flows } from '../rpc/dispatcher.ts'\nexport const used = flows\n",
  "import type { Flows } from '../rpc/dispatcher.ts'\nexport type Used = Flows\n",
  "export { flows } from '../rpc/dispatcher.ts'\nexport const own = 1\n",
  "export type { Flows } from '../rpc/dispatcher.ts'\nexport const own = 1\n",
  "export * from '../rpc/dispatcher.ts'\nexport const own = 1\n",
  "export const used = () => import('../rpc/dispatcher.ts')\n",
  "export const used = require('../rpc/dispatcher.ts')\n",
  "import used = require('../rpc/dispatcher.ts')\nexport const own = used\n",
].map((text, index) => ({
  path: `src-main/models/form-${index}.ts`,
  text,
  rule,
  says: layer('models', 'rpc'),
}))

/** Two more, which another rule sees as well. */
const refusedForms: Plant[] = [
  {
    path: 'src-main/models/form-effect.ts',
    text: "import '../rpc/dispatcher.ts'\n",
    rule,
    says: layer('models', 'rpc'),
    also: ['import(no-unassigned-import)'],
  },
  {
    path: 'src-main/models/form-import-type.ts',
    text: "export type Used = import('../rpc/dispatcher.ts').Flows\n",
    rule,
    says: layer('models', 'rpc'),
    also: ['typescript(consistent-type-imports)'],
  },
]

const d1: Plant[] = [
  ...imports('src-shared/contract', 'D1', 'react', 'node:fs', 'kysely', 'vitest'),
  ...imports('src-renderer/lib', 'has no Node', 'node:fs', 'child_process'),
]

const d2: Plant[] = [
  ...imports('src-renderer/lib', layer('lib', 'models'), 'src-main/models/flows.ts'),
  ...imports('src-renderer/api', layer('api', 'rpc'), 'src-main/rpc/dispatcher.ts'),
  ...imports('src-renderer/router.tsx', layer('renderer', 'main'), 'src-main/demo/demo.ts'),
  ...imports('src-renderer/api/x.test.ts', layer('api', 'rpc'), 'src-main/rpc/dispatcher.ts'),
  ...imports('src-main/demo', layer('main', 'lib'), 'src-renderer/lib/format.ts'),
  ...imports('src-main/rpc/y.test.ts', layer('rpc', 'api'), 'src-renderer/api/transport.ts'),
  ...imports('src-shared/contract', layer('shared', 'models'), 'src-main/models/flows.ts'),
  ...imports('src-shared/errors', layer('shared', 'lib'), 'src-renderer/lib/format.ts'),
  ...imports('src-shared/errors', layer('shared', 'tools'), 'tools/bench/list.ts'),
  ...imports('src-main/demo', layer('main', 'tools'), 'tools/bench/list.ts'),
  ...imports('src-main/demo', layer('main', 'e2e'), 'e2e/flows.spec.ts'),
  ...imports('src-renderer/lib', layer('lib', 'e2e'), 'e2e/flows.spec.ts'),
  ...imports('src-renderer/lib', layer('lib', 'tools'), 'tools/bench/list.ts'),
  ...imports('tools', layer('tools', 'lib'), 'src-renderer/lib/format.ts'),
  ...imports('tools', layer('tools', 'e2e'), 'e2e/flows.spec.ts'),
  ...imports('e2e', layer('e2e', 'lib'), 'src-renderer/lib/format.ts'),
]

const d3: Plant[] = [
  ...imports('src-shared/contract', 'D3', 'electron'),
  ...['src-main/demo', 'src-main/rpc', 'src-main/database', 'src-main/models'].flatMap((folder) =>
    imports(folder, 'D3', 'electron', 'electron/main'),
  ),
  ...imports('src-renderer/api', 'D3', 'electron'),
  ...imports('tools', 'D3', 'electron', 'src-main/host/menu.ts'),
  ...imports('src-main/server-two.ts', 'D3', 'src-main/host/window.ts'),
  ...imports('src-main/demo', 'D3: what', 'src-main/rpc/electron-transport.ts'),
  {
    path: 'src-main/rpc/planted-type.ts',
    text: "import type { App } from 'electron'\nexport type Used = App\n",
    rule,
    says: 'D3',
  },
]

const d4: Plant[] = [
  ...imports('src-main/database/pool.ts', 'D4', 'better-sqlite3'),
  ...imports('src-main/models', 'D4', 'better-sqlite3', 'node:sqlite'),
  ...imports('src-main/rpc', 'D4', 'better-sqlite3'),
  ...imports('src-main/discovery', 'D4', 'better-sqlite3', 'node:sqlite'),
  {
    path: 'src-main/database/planted-type.ts',
    text: "import type { Database } from 'better-sqlite3'\nexport type Used = Database\n",
    rule,
    says: 'D4',
  },
]

const d5: Plant[] = [
  ...imports('src-main/models', layer('models', 'rpc'), 'src-main/rpc/dispatcher.ts'),
  ...imports('src-main/models', layer('models', 'settings'), 'src-main/settings/settings.ts'),
  ...imports('src-main/models', layer('models', 'main'), 'src-main/demo/demo.ts'),
  ...imports('src-main/models/filters', 'a model is handed', 'src-main/database/session.ts'),
  ...imports('src-main/models', 'a model is handed', 'src-main/database/connection.ts'),
  ...imports('src-main/rpc', layer('rpc', 'models'), 'src-main/models/flows.ts'),
  ...imports('src-main/rpc', layer('rpc', 'database'), 'src-main/database/session.ts'),
  ...imports('src-main/rpc', layer('rpc', 'main'), 'src-main/demo/demo.ts'),
  ...imports('src-main/database', layer('database', 'rpc'), 'src-main/rpc/dispatcher.ts'),
  ...imports('src-main/database', layer('database', 'models'), 'src-main/models/flows.ts'),
  ...imports('src-main/database', layer('database', 'main'), 'src-main/demo/demo.ts'),
  ...imports('src-main/settings', layer('settings', 'models'), 'src-main/models/flows.ts'),
  ...imports('src-main/log', layer('log', 'database'), 'src-main/database/session.ts'),
]

const flowsScreen = 'src-renderer/features/flows/flows-screen.tsx'
const transport = 'src-renderer/api/transport.ts'
const panel = 'src-renderer/components/panel.tsx'
const view = 'src-renderer/views/run-table.tsx'

const d6: Plant[] = [
  ...imports('src-renderer/features/runs', layer('feature', 'feature'), flowsScreen),
  ...imports('src-renderer/features/runs/a.test.ts', layer('feature', 'feature'), flowsScreen),
  ...imports('src-renderer/features/runs', layer('feature', 'renderer'), 'src-renderer/main.tsx'),
  ...imports('src-renderer/features/loose.ts', layer('renderer', 'feature'), flowsScreen),
  ...imports('src-renderer/components', layer('components', 'feature'), flowsScreen),
  ...imports('src-renderer/components', layer('components', 'api'), transport),
  ...imports('src-renderer/lib', layer('lib', 'feature'), flowsScreen),
  ...imports('src-renderer/lib', layer('lib', 'api'), transport),
  ...imports('src-renderer/lib', layer('lib', 'components'), panel),
  ...imports('src-renderer/api', layer('api', 'feature'), flowsScreen),
  ...imports('src-renderer/api', layer('api', 'components'), panel),
  ...imports('src-renderer/views', layer('views', 'feature'), flowsScreen),
  ...imports('src-renderer/components', layer('components', 'views'), view),
  ...imports('src-renderer/lib', layer('lib', 'views'), view),
  ...imports('src-renderer/api', layer('api', 'views'), view),
]

const nowhere: Plant[] = [
  ...imports('src-main/demo', 'does not exist', './missing.ts', '../electron.vite.config.ts'),
  ...imports('src-renderer/lib', 'lies in no layer', '../../package.json'),
]

/** What must not be imported (D1 to D6), an edge a plant. */
export const layerPlants: readonly Plant[] = [
  ...everyForm,
  ...refusedForms,
  ...d1,
  ...d2,
  ...d3,
  ...d4,
  ...d5,
  ...d6,
  ...nowhere,
]
