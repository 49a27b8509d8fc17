import { expect, test } from 'vitest'
import { normalUuid, prefectUuid } from './prefect-uuid.ts'

const normal = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'
const bare = normal.replaceAll('-', '')

test.each([
  normal,
  normal.toUpperCase(),
  bare,
  bare.toUpperCase(),
  `{${normal}}`,
  `{${bare}}`,
  `urn:uuid:${normal}`,
  `urn:uuid:${bare}`,
  `{urn:uuid:${normal}}`,
  `0f1e-2d3c4b5a69788796a5b4-c3d2e1f0`,
  `{{${normal}`,
])("%s is an id, as it is for Python's UUID()", (form) => {
  expect(prefectUuid.parse(form)).toBe(normal)
})

test.each([
  '',
  'etl',
  normal.slice(1),
  `${normal}0`,
  normal.replace('0f', '0g'),
  ` ${normal}`,
  `${normal}\n`,
  `URN:UUID:${normal}`,
  `(${normal})`,
  `0x${bare.slice(2)}g`,
])('%j is none', (text) => {
  expect(normalUuid(text)).toBeNull()
  expect(() => prefectUuid.parse(text)).toThrow('Not a UUID')
})

test.each([null, undefined, 5, {}, [normal]])('%j is none', (value) => {
  expect(prefectUuid.safeParse(value).success).toBe(false)
})

test('any version and variant is taken', () => {
  const nil = '00000000-0000-0000-0000-000000000000'
  const greatest = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  expect(prefectUuid.parse(nil)).toBe(nil)
  expect(prefectUuid.parse(greatest.toUpperCase())).toBe(greatest)
})
