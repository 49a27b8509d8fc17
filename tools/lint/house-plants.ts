import type { Plant } from './plant.ts'

function inFile(path: string, rule: string, ...texts: string[]): Plant[] {
  return texts.map((text, index) => {
    const [stem, extension] = path.split(/(?=\.tsx?$)/)
    return { path: `${stem}-${index}${extension}`, text: `${text}\n`, rule }
  })
}

const d7 = [
  ...inFile(
    'src-renderer/features/flows/planted-api.tsx',
    'sluice(only-api)',
    "export const options = { queryKey: ['flows'] }",
    "export const options = { ['queryKey']: 1 }",
    "export const options = { 'queryKey': 1 }",
    'export const refresh = (client: Client) => client.invalidateQueries()',
    'export const { invalidateQueries } = client',
    "export const answer = fetch('/operations')",
    "export const answer = window['fetch']('/operations')",
    'export const { fetch: ask } = globalThis',
    'export const call = window.bridge',
    'export const call = globalThis.bridge',
    "export const call = window['bridge']",
    'export const { bridge: call } = window',
    'export const call = (window as unknown as Host).bridge',
    "export const stream = new EventSource('/events')",
  ),
  ...inFile(
    'src-renderer/components/planted-api.ts',
    'sluice(only-api)',
    "export const answer = fetch('/operations')",
  ),
]

const barrels = inFile(
  'src-main/demo/planted-barrel.ts',
  'sluice(no-barrel)',
  "export * from './demo.ts'",
  "export { used } from './demo.ts'",
  "export type { Used } from './demo.ts'",
  "import { used } from './demo.ts'\nexport { used }",
)

const suppressions = [
  ...inFile(
    'src-main/demo/planted-suppression.ts',
    'sluice(explained-suppression)',
    '/* oxlint-disable */\nconsole.log(1)',
    '/* oxlint-disable no-console */\nconsole.log(1)',
    '/* oxlint-disable -- it is only a demo */\nconsole.log(1)',
    'console.log(1) // oxlint-disable-line',
    'console.log(1) // oxlint-disable-line no-console',
    '// oxlint-disable-next-line no-console --\nconsole.log(1)',
    '// oxlint-disable-next-line\nconsole.log(1)',
    '/* eslint-disable no-console -- the demo prints */\nexport const demo = 1',
    '// eslint-disable-next-line\nexport const demo = 1',
  ),
  ...inFile(
    'src-main/demo/planted-ts-comment.ts',
    'typescript(ban-ts-comment)',
    '// @ts-ignore -- the types are wrong\nexport const demo = 1',
    '// @ts-nocheck\nexport const demo = 1',
    '// @ts-expect-error\nexport const demo = 1',
    '// @ts-expect-error the types are wrong\nexport const demo = 1',
  ),
  ...inFile(
    'src-main/demo/planted-unused.ts',
    'none',
    '// oxlint-disable-next-line no-console -- the demo prints\nexport const demo = 1',
  ),
]

const cycle: Plant[] = [
  ['cycle-a', "import { b } from './cycle-b.ts'\nexport const a = () => b\n"],
  ['cycle-b', "import { a } from './cycle-a.ts'\nexport const b = () => a\n"],
  ['type-cycle-a', "import type { B } from './type-cycle-b.ts'\nexport type A = B | 1\n"],
  ['type-cycle-b', "import type { A } from './type-cycle-a.ts'\nexport type B = A[]\n"],
].map(([name, text = '']) => ({
  path: `src-main/demo/${name}.ts`,
  text,
  rule: 'import(no-cycle)',
}))

const importPaths = [
  ...inFile(
    'src-main/demo/planted-alias.ts',
    'sluice(import-path)',
    "import { used } from '@/demo/demo.ts'\nexport const own = used",
    "import { used } from 'src-main/demo/demo.ts'\nexport const own = used",
  ),
  ...inFile(
    'src-main/demo/planted-extension.ts',
    'sluice(import-path)',
    "import { used } from '~/demo/demo.ts'\nexport const own = used",
    "import { used } from './demo'\nexport const own = used",
    "import { used } from './demo.js'\nexport const own = used",
    "import type { Used } from './demo'\nexport type Own = Used",
    "export const own = () => import('./demo')",
    "export { used } from './demo'\nexport const own = 1",
    "export * from './demo'\nexport const own = 1",
  ).map((plant) => ({ ...plant, also: ['boundaries(dependencies)'] })),
]

const folders = ['src-main/demo', 'src-shared/errors', 'src-renderer/lib', 'tools', 'e2e']

const everywhere = folders.flatMap((folder) => [
  ...inFile(`${folder}/planted-default.ts`, 'import(no-default-export)', 'export default 1'),
  ...inFile(`${folder}/planted-console.ts`, 'eslint(no-console)', "console.error('no')"),
  ...inFile(`${folder}/planted-any.ts`, 'typescript(no-explicit-any)', 'export const a: any = 1'),
])

/** What is Sluice's own custom (D7, D8, import paths), a way to break it a plant. */
export const housePlants: readonly Plant[] = [
  ...d7,
  ...barrels,
  ...suppressions,
  ...cycle,
  ...importPaths,
  ...everywhere,
]
