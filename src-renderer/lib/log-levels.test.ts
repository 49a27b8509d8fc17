import { expect, test } from 'vitest'
import { levelLook } from './log-levels.ts'

test('a level has its word; a number between two looks as the lower one and keeps its number', () => {
  expect(levelLook(20).word).toBe('Info')
  expect(levelLook(50).word).toBe('Critical')
  expect(levelLook(35)).toMatchObject({ word: 'Level 35', color: levelLook(30).color })
  expect(levelLook(0)).toMatchObject({ word: 'Level 0', color: levelLook(10).color })
})
