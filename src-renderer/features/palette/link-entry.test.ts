import { expect, test } from 'vitest'
import { linkEntry } from './link-entry.ts'

function opened(text: string): string[] {
  const links: string[] = []
  for (const entry of linkEntry(text, (link) => links.push(link))) entry.run()
  return links
}

test('a link opens its view, wherever it comes from', () => {
  const view = '#/flows?filter=%7B%7D&sort=name'
  expect(opened(`http://127.0.0.1:4321/${view}`)).toEqual([view])
  expect(opened(` app://sluice/${view} `)).toEqual([view])
  expect(opened('#/runs/0287dee2-ddca-439b-a4f5-01d68912934c')).toHaveLength(1)
})

test('other words are no link', () => {
  expect(opened('flows')).toEqual([])
  expect(opened('issue #12')).toEqual([])
  expect(opened('https://example.com/#')).toEqual([])
})
