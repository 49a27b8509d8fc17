import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  layoutAsAtFirst,
  type TableLayout,
} from '../../../src-shared/contract/schemas/preferences.ts'
import {
  columnWidths,
  placeColumns,
  withColumnAt,
  withColumnMoved,
  withColumnPinned,
  withColumnShown,
} from './column-layout.ts'

const columns = [
  { id: 'name', fixed: true },
  { id: 'tags' },
  { id: 'id', hiddenAtFirst: true },
  { id: 'runs' },
  { id: 'updated' },
]

function layoutOf(change: Partial<TableLayout>): TableLayout {
  return { ...layoutAsAtFirst, ...change }
}

describe('placeColumns', () => {
  test('as at first: all but those hidden at first, the fixed one pinned', () => {
    expect(placeColumns(columns, layoutAsAtFirst)).toEqual({
      shown: ['name', 'tags', 'runs', 'updated'],
      pinned: ['name'],
    })
  })

  test('ignores unknown and repeated ids', () => {
    const layout = layoutOf({ columns: ['updated', 'gone', 'name', 'updated'], pinned: ['gone'] })
    expect(placeColumns(columns, layout)).toEqual({ shown: ['updated', 'name'], pinned: [] })
  })

  test('a layout that shows none is as at first', () => {
    const { shown } = placeColumns(columns, layoutOf({ columns: ['gone'] }))
    expect(shown).toEqual(['name', 'tags', 'runs', 'updated'])
  })

  test('a fixed column is there though the layout has it not', () => {
    expect(placeColumns(columns, layoutOf({ columns: ['runs'] })).shown).toEqual(['name', 'runs'])
  })

  test('pinned columns stand first', () => {
    const layout = layoutOf({ columns: ['name', 'tags', 'runs'], pinned: ['runs', 'name'] })
    expect(placeColumns(columns, layout)).toEqual({
      shown: ['name', 'runs', 'tags'],
      pinned: ['name', 'runs'],
    })
  })

  test('leaves columns out for now', () => {
    const { shown } = placeColumns(columns, layoutAsAtFirst, ['runs'])
    expect(shown).toEqual(['name', 'tags', 'updated'])
  })
})

describe('changes', () => {
  const shownBy = (layout: TableLayout): string[] => placeColumns(columns, layout).shown

  test('a column that is shown again stands where it stood at first', () => {
    const hidden = withColumnShown(columns, layoutAsAtFirst, { id: 'tags', isShown: false })
    expect(shownBy(hidden)).toEqual(['name', 'runs', 'updated'])
    expect(shownBy(withColumnShown(columns, hidden, { id: 'tags', isShown: true }))).toEqual([
      'name',
      'tags',
      'runs',
      'updated',
    ])
    const withId = withColumnShown(columns, hidden, { id: 'id', isShown: true })
    expect(shownBy(withId)).toEqual(['name', 'id', 'runs', 'updated'])
  })

  test('a column takes the place of another', () => {
    const layout = withColumnAt(columns, layoutAsAtFirst, { id: 'tags', target: 'updated' })
    expect(shownBy(layout)).toEqual(['name', 'runs', 'updated', 'tags'])
  })

  test('a column that is put among the pinned ones is pinned, and back', () => {
    const pinned = withColumnAt(columns, layoutAsAtFirst, { id: 'runs', target: 'name' })
    expect(placeColumns(columns, pinned)).toEqual({
      shown: ['runs', 'name', 'tags', 'updated'],
      pinned: ['runs', 'name'],
    })
    const back = withColumnAt(columns, pinned, { id: 'runs', target: 'updated' })
    expect(placeColumns(columns, back).pinned).toEqual(['name'])
  })

  test('moves by one place within its part', () => {
    const moved = withColumnMoved(columns, layoutAsAtFirst, { id: 'runs', by: -1 })
    expect(shownBy(moved)).toEqual(['name', 'runs', 'tags', 'updated'])
    // Past the pinned columns it would be pinned, which has its own way.
    expect(withColumnMoved(columns, moved, { id: 'runs', by: -1 })).toBe(moved)
  })

  test('unpins the fixed column', () => {
    const layout = withColumnPinned(columns, layoutAsAtFirst, { id: 'name', isPinned: false })
    expect(placeColumns(columns, layout).pinned).toEqual([])
  })

  test('keep what another version of the table knows', () => {
    const layout = layoutOf({ columns: ['name', 'future', 'tags', 'runs'] })
    const moved = withColumnMoved(columns, layout, { id: 'runs', by: -1 })
    expect(moved.columns).toEqual(['name', 'future', 'runs', 'tags'])
  })

  test('never lose, double or invent a column', () => {
    const ids = columns.map(({ id }) => id)
    const change = fc.record({
      kind: fc.constantFrom('at', 'by', 'pin'),
      id: fc.constantFrom(...ids),
      target: fc.constantFrom(...ids),
      isPinned: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.subarray(ids), fc.array(change), (first, changes) => {
        let layout = layoutOf({ columns: first })
        const before = shownBy(layout).toSorted()
        for (const { kind, id, target, isPinned } of changes) {
          if (!before.includes(id)) continue
          if (kind === 'at') layout = withColumnAt(columns, layout, { id, target })
          if (kind === 'by') layout = withColumnMoved(columns, layout, { id, by: 1 })
          if (kind === 'pin') layout = withColumnPinned(columns, layout, { id, isPinned })
        }
        expect(shownBy(layout).toSorted()).toEqual(before)
      }),
    )
  })
})

describe('columnWidths', () => {
  const sized = [
    { id: 'name', width: 100, grows: true },
    { id: 'tags', width: 200, grows: true },
    { id: 'runs', width: 50 },
  ]

  test('columns that grow share what is left', () => {
    expect(columnWidths(sized, {}, 650)).toEqual({ name: 200, tags: 400, runs: 50 })
  })

  test('a width that was set stays', () => {
    expect(columnWidths(sized, { tags: 60 }, 650)).toEqual({ name: 540, tags: 60, runs: 50 })
  })

  test('nothing shrinks where there is no room', () => {
    expect(columnWidths(sized, {}, 100)).toEqual({ name: 100, tags: 200, runs: 50 })
  })
})
