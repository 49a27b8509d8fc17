import { z } from 'zod'
import { expect, test } from 'vitest'
import { runFilters } from '../../src-shared/contract/schemas/filter-bodies.ts'
import { facetName } from '../../src-shared/contract/schemas/facet.ts'
import { groupsOf, type FilterGroup } from './filter-body.ts'
import type { LeafKind } from './filter-grammar-types.ts'
import { grammar, keysAt } from './filter-grammar.ts'

/** The schema below what may be left out or null. */
function within(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod
  return 'innerType' in def ? within(def.innerType as z.core.$ZodType) : schema
}

/** Every place of a schema that holds a value, with its schema; `operator` apart. */
function placesOf(schema: z.core.$ZodType, path: string[] = []): Map<string, z.core.$ZodType> {
  const inner = within(schema)
  if (!(inner instanceof z.ZodObject)) return new Map([[path.join('.'), schema]])
  const members = Object.entries(inner.shape as Record<string, z.core.$ZodType>)
  return new Map(members.flatMap(([key, member]) => [...placesOf(member, [...path, key])]))
}

const places = placesOf(runFilters)
const isOperator = (place: string): boolean => place.endsWith('operator')

const leaves = Object.values(grammar).flatMap(({ group, fields }) =>
  fields.flatMap((field) =>
    field.leaves.map((leaf) => ({ leaf, place: [group, field.key, ...leaf.path].join('.') })),
  ),
)

test('every field and operator of Prefect’s filters is in the grammar, and nothing else', () => {
  const known = [...places.keys()].filter((place) => !isOperator(place))
  expect(leaves.map(({ place }) => place).toSorted()).toEqual(known.toSorted())
})

test('and and or are offered where Prefect has them, and nowhere else', () => {
  const joined = Object.values(grammar).flatMap(({ group, fields }) => [
    `${group}.operator`,
    ...fields.filter(({ hasOperator }) => hasOperator).map(({ key }) => `${group}.${key}.operator`),
  ])
  expect(joined.toSorted()).toEqual([...places.keys()].filter(isOperator).toSorted())
})

const examples: Readonly<Record<LeafKind, { taken: unknown; refused: unknown }>> = {
  ids: { taken: ['ca9df152-6a5c-4fd8-8a4b-5f8c9f0f0d11'], refused: ['a'] },
  texts: { taken: ['a'], refused: 'a' },
  like: { taken: 'a', refused: ['a'] },
  states: { taken: ['FAILED'], refused: ['Failed'] },
  moment: { taken: '2026-11-20T08:00:00Z', refused: 'yesterday' },
  flag: { taken: true, refused: 'maybe' },
  integer: { taken: 3, refused: 3.5 },
}

test.each(leaves)('$place takes what its editor gives', ({ leaf, place }) => {
  const schema = places.get(place) as z.ZodType
  expect(schema.safeParse(examples[leaf.kind].taken).success).toBe(true)
  expect(schema.safeParse(examples[leaf.kind].refused).success).toBe(false)
})

test('values are suggested for every list of texts and ids, but for beginnings of names', () => {
  const without = leaves.filter(({ leaf }) => !leaf.facet && ['ids', 'texts'].includes(leaf.kind))
  expect(without.map(({ place }) => place)).toEqual(['work_pool_queues.name.startswith_'])
  const used = new Set(leaves.map(({ leaf }) => leaf.facet))
  const own = ['flow_run.state_type', 'task_run.state_type']
  expect(facetName.options.filter((facet) => !used.has(facet))).toEqual(own)
})

test('the names at each place are those of the schema', () => {
  const objects = new Set(
    [...places.keys()].flatMap((place) => {
      const path = place.split('.')
      return path.slice(1).map((_, index) => path.slice(0, index + 1).join('.'))
    }),
  )
  for (const object of objects) {
    const below = [...places.keys()].filter((place) => place.startsWith(`${object}.`))
    const names = below.map((place) => place.slice(object.length + 1).split('.')[0])
    expect([object, keysAt(object.split('.'))?.toSorted()]).toEqual([
      object,
      [...new Set(names)].toSorted(),
    ])
  }
  expect(keysAt(['flows', 'name', 'any_'])).toBeUndefined()
})

test('a screen has the filter objects of its endpoint, its own rows first', () => {
  const all = Object.keys(runFilters.shape) as FilterGroup[]
  expect(groupsOf.flows.toSorted()).toEqual(
    all.filter((group) => group !== 'work_pool_queues').toSorted(),
  )
  expect(groupsOf.runs.toSorted()).toEqual(all.toSorted())
  expect(groupsOf.deployments.toSorted()).toEqual(all.toSorted())
})
