import { describe, expect, test } from 'vitest'
import { headRevision } from './head-schema.ts'
import {
  firstRelease,
  firstWithLabels,
  firstWithV2TagLimits,
  isAtLeast,
  revisionIndex,
  revisions,
} from './revisions.ts'

describe('the list of revisions', () => {
  test('holds all 115, each once', () => {
    expect(revisions).toHaveLength(115)
    expect(new Set(revisions).size).toBe(115)
    expect(revisions.every((revision) => /^[0-9a-f]{12}$/.test(revision))).toBe(true)
  })

  test('ends with the revision whose schema tests and demo have', () => {
    expect(revisions.at(-1)).toBe(headRevision)
  })

  test('has labels from number 96 on, and V2 tag limits from number 106 on', () => {
    expect(revisionIndex(firstWithLabels)).toBe(95)
    expect(revisionIndex(firstWithV2TagLimits)).toBe(105)
  })

  test('does not have a revision that nobody made', () => {
    for (const revision of ['ffffffffffff', '', headRevision.toUpperCase()])
      expect(revisionIndex(revision)).toBe(-1)
  })
})

test.each([
  [headRevision, firstWithLabels, true],
  [firstWithLabels, firstWithLabels, true],
  ['4ad4658cbefe', firstWithLabels, false],
  ['8bb517bae6f9', firstWithV2TagLimits, false],
  ['a1b2c3d4e5f7', firstWithV2TagLimits, true],
  ['ffffffffffff', firstWithLabels, false],
])('%s is at or behind %s: %s', (revision, than, answer) => {
  expect(isAtLeast(revision, than)).toBe(answer)
})

describe('the first release with a revision', () => {
  test.each([
    ['9725c1cbee35', '2.x'],
    ['354f1ede7e9f', '2.x'],
    ['f93e1439f022', '3.0.0'],
    ['4ad4658cbefe', '3.0.3'],
    [firstWithLabels, '3.1.5'],
    ['8bb517bae6f9', '3.4.7'],
    [firstWithV2TagLimits, '3.4.19'],
    ['14806cb26270', '3.8.0'],
    ['f416ea180ae1', '3.8.4'],
    [headRevision, '3.9.1'],
    ['ffffffffffff', null],
  ])('%s is %s', (revision, release) => {
    expect(firstRelease(revision)).toBe(release)
  })

  test('is told for every revision since 3.0', () => {
    const since3 = revisions.slice(revisionIndex('f93e1439f022'))
    expect(since3.every((revision) => /^3\.\d+\.\d+$/.test(firstRelease(revision) ?? ''))).toBe(
      true,
    )
  })
})
