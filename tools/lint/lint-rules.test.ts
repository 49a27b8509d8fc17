import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cleanTree } from './clean-tree.ts'
import { environmentPlants } from './environment-plants.ts'
import { housePlants } from './house-plants.ts'
import { layerPlants } from './layer-plants.ts'
import type { Plant } from './plant.ts'
import { PlantedTree, type Finding } from './planted-tree.ts'
import { stylePlants } from './style-plants.ts'

const timeout = 60_000

function summary(text: string): string {
  const line = text.trim().replaceAll('\n', '; ')
  return line.length > 90 ? `${line.slice(0, 90)}…` : line
}

describe('oxlint', () => {
  const plants = [...layerPlants, ...housePlants, ...stylePlants]
  let tree: PlantedTree | undefined
  let findings: Finding[]

  beforeAll(async () => {
    const planted = Object.fromEntries(plants.map(({ path, text }) => [path, text]))
    const grown = await PlantedTree.grow({ ...cleanTree, ...planted })
    tree = grown
    findings = await grown.lint()
  }, timeout)

  afterAll(() => tree?.fell())

  test.each(plants)('$rule sees $path', ({ path, rule, also = [], says = '' }: Plant) => {
    const seen = findings.filter((finding) => finding.path === path)
    const rules = new Set(seen.map((finding) => finding.rule))
    expect([...rules].toSorted()).toEqual([rule, ...also].toSorted())
    expect(seen.some(({ message }) => message.includes(says))).toBe(true)
  })

  test('finds nothing in clean files', () => {
    const planted = new Set(plants.map(({ path }) => path))
    expect(findings.filter(({ path }) => !planted.has(path))).toEqual([])
  })

  test('has a file of its own for each plant', () => {
    const paths = [...Object.keys(cleanTree), ...plants.map(({ path }) => path)]
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([])
  })

  test('is tried on every rule that the configuration sets', async () => {
    const tried = new Set(plants.map(({ rule }) => rule))
    const untried = (await rulesSet()).filter((rule) => !tried.has(rule))
    expect(untried).toEqual([])
  })
})

describe('tsc', () => {
  const layers = ['src-shared', 'src-main', 'src-renderer']
  const plants = environmentPlants.map((plant, index) => ({
    ...plant,
    path: `${plant.layer}/planted-${index}.ts`,
    title: summary(plant.text),
  }))
  let tree: PlantedTree | undefined
  let findings: Finding[]

  beforeAll(async () => {
    const clean = layers.map((layer) => [`${layer}/clean.ts`, 'export const a = [1].at(-1)\n'])
    const planted = plants.map(({ path, text }) => [path, text])
    const grown = await PlantedTree.grow(Object.fromEntries([...clean, ...planted]))
    tree = grown
    findings = (await Promise.all(layers.map((layer) => grown.typeCheck(layer)))).flat()
  }, timeout)

  afterAll(() => tree?.fell())

  test.each(plants)('$layer knows no $environment: $title', ({ path }) => {
    expect(findings.filter((finding) => finding.path === path)).not.toEqual([])
  })

  test('finds nothing in clean files', () => {
    const planted = new Set(plants.map(({ path }) => path))
    expect(findings.filter(({ path }) => !planted.has(path))).toEqual([])
  })
})

/** The rules that `.oxlintrc.json` sets by name, written as oxlint's findings name them. */
async function rulesSet(): Promise<string[]> {
  const text = await readFile(resolve(import.meta.dirname, '../../.oxlintrc.json'), 'utf8')
  const config = JSON.parse(text) as { rules: RuleSettings; overrides: { rules: RuleSettings }[] }
  const blocks = [config.rules, ...config.overrides.map(({ rules }) => rules)]
  const set = blocks.flatMap(Object.entries).filter(([, setting]) => setting !== 'off')
  return set.map(([name]) =>
    (name.includes('/') ? name : `eslint/${name}`).replace(/\/(.*)/, '($1)'),
  )
}

type RuleSettings = Record<string, unknown>
