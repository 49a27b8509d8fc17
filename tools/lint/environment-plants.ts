/** Code that a layer's own tsconfig must refuse, since the layer has not that environment. */
export interface EnvironmentPlant {
  layer: 'src-shared' | 'src-main' | 'src-renderer'
  environment: string
  text: string
}

function noneOf(
  layer: EnvironmentPlant['layer'],
  environment: string,
  ...texts: string[]
): EnvironmentPlant[] {
  return texts.map((text) => ({ layer, environment, text: `${text}\n` }))
}

const node = [
  'export const path = process.env.PATH',
  "export const bytes = Buffer.from('a')",
  'export const here = __dirname',
  "export const fs = require('fs')",
  "import { readFileSync } from 'node:fs'\nexport const read = readFileSync",
]

const dom = [
  'export const title = document.title',
  'export const width = window.innerWidth',
  'export const frame = requestAnimationFrame(() => undefined)',
  'export type Panel = HTMLElement',
]

/** D1, and the same for the other two layers: a plant an environment feature. */
export const environmentPlants: readonly EnvironmentPlant[] = [
  ...noneOf('src-shared', 'Node', ...node),
  ...noneOf('src-shared', 'DOM', ...dom),
  ...noneOf(
    'src-shared',
    'Node nor DOM',
    'export const timer = setTimeout(() => undefined, 1)',
    "export const answer = fetch('/')",
    "console.log('no')\nexport const a = 1",
  ),
  ...noneOf('src-shared', 'Electron', 'export type Main = Electron.BrowserWindow'),
  ...noneOf('src-shared', 'React', 'export const panel: JSX.Element = 1'),
  ...noneOf('src-main', 'DOM', ...dom),
  ...noneOf('src-renderer', 'Node', ...node),
]
