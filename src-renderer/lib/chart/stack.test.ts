import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { layersOf, stackOrder } from './stack.ts'

test('failures stand on top, and a state that Prefect does not know above them', () => {
  expect(stackOrder({ FAILED: 1, COMPLETED: 9, ODD: 1, RUNNING: 2, CRASHED: 0 })).toEqual([
    'COMPLETED',
    'RUNNING',
    'FAILED',
    'ODD',
  ])
})

test('one failure among thousands of runs can be seen', () => {
  const layers = layersOf({ COMPLETED: 9999, FAILED: 1 }, { most: 10_000, height: 96 })
  expect(layers.at(-1)?.state).toBe('FAILED')
  expect(layers.at(-1)?.height).toBeGreaterThan(1.5)
})

test('layers stand on each other and stay within the height', () => {
  const counts = fc.dictionary(fc.constantFrom('COMPLETED', 'FAILED', 'RUNNING', 'X'), fc.nat(5000))
  fc.assert(
    fc.property(counts, (runs) => {
      const most = Math.max(
        1,
        Object.values(runs).reduce((sum, one) => sum + one, 0),
      )
      const layers = layersOf(runs, { most, height: 96 })
      let bottom = 0
      for (const layer of layers) {
        expect(layer.bottom).toBeCloseTo(bottom)
        bottom += layer.height
      }
      expect(bottom).toBeLessThanOrEqual(96.001)
    }),
  )
})
