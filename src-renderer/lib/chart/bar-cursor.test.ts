import { expect, test } from 'vitest'
import { keyAct, type BarCursor } from './bar-cursor.ts'

function after(keys: readonly string[], start: BarCursor): unknown {
  let cursor = start
  for (const key of keys) {
    const shift = key.startsWith('Shift+')
    const done = keyAct({ key: key.replace('Shift+', ''), shift }, cursor, 30)
    if (done?.act !== 'move') return done
    cursor = done.cursor
  }
  return cursor
}

const newest = { at: 29, anchor: null }

test('arrows move by a bar, page keys by seven, Home and End to the ends', () => {
  expect(after(['ArrowLeft', 'ArrowLeft'], newest)).toEqual({ at: 27, anchor: null })
  expect(after(['PageUp'], newest)).toEqual({ at: 22, anchor: null })
  expect(after(['Home', 'ArrowLeft'], newest)).toEqual({ at: 0, anchor: null })
  expect(after(['Home', 'End', 'ArrowRight'], newest)).toEqual(newest)
})

test('Shift keeps the bar at which a span began, and a plain arrow lets it go', () => {
  expect(after(['Shift+ArrowLeft', 'Shift+PageUp'], newest)).toEqual({ at: 21, anchor: 29 })
  expect(after(['Shift+ArrowLeft', 'ArrowLeft'], newest)).toEqual({ at: 27, anchor: null })
})

test('Enter and Space choose what the cursor stands on, from left to right', () => {
  const chosen = { act: 'choose', range: { first: 27, last: 29 } }
  expect(after(['Shift+ArrowLeft', 'Shift+ArrowLeft', 'Enter'], newest)).toEqual(chosen)
  expect(after([' '], newest)).toEqual({ act: 'choose', range: { first: 29, last: 29 } })
})

test('Escape gives up the span first, and then leaves', () => {
  expect(after(['Shift+ArrowLeft', 'Escape'], newest)).toEqual({ at: 28, anchor: null })
  expect(after(['Escape'], newest)).toEqual({ act: 'leave' })
})

test('other keys mean nothing here', () => {
  expect(keyAct({ key: 'a', shift: false }, newest, 30)).toBeNull()
})
