import { expect, test } from 'vitest'
import { parseDotenv } from './dotenv.ts'

/** What python-dotenv 1.2.4 makes of the same text, seen by running it. */
const readings: readonly (readonly [string, Record<string, string | null>])[] = [
  ['A=b', { A: 'b' }],
  ['\uFEFFA=b\r\nB=c\rC=d', { A: 'b', B: 'c', C: 'd' }],
  ['  export   A = b c  # d', { A: 'b c' }],
  ['A=b#c', { A: 'b#c' }],
  ['A= # c', { A: '' }],
  ['A=#c', { A: '#c' }],
  ['A', { A: null }],
  ['A=', { A: '' }],
  ["'A b'=c", { 'A b': 'c' }],
  ["A='b\\'c\\n'", { A: "b'c\\n" }],
  ['A="b\\"c\\n\\x" # d', { A: 'b"c\n\\x' }],
  ['A="b\nc"\nD=e', { A: 'b\nc', D: 'e' }],
  ['A=1\nA=2', { A: '2' }],
  ['A=1\nB=${A}${HOME}${NO}${NO:-x}', { A: '1', B: '1/homex' }],
  ['HOME=here\nB=${HOME}', { HOME: 'here', B: 'here' }],
  ["A='${HOME}'", { A: '/home' }],
  ['A=$HOME', { A: '$HOME' }],
  ['A\nB=${A:-x}', { A: null, B: '' }],
  ['# A=1\n\n  # B=2\nC=3', { C: '3' }],
]

test.for(readings)('%j', ([text, expected]) => {
  const { variables, unreadableLines } = parseDotenv(text, { HOME: '/home' })
  expect(Object.fromEntries(variables)).toEqual(expected)
  expect(unreadableLines).toEqual([])
})

test('a line that cannot be read is passed over, and counted', () => {
  const { variables, unreadableLines } = parseDotenv('A=1\n\n=2\nB="3" 4\nC=4\nD="5\nE=7', {})
  expect(Object.fromEntries(variables)).toEqual({ A: '1', C: '4', E: '7' })
  expect(unreadableLines).toEqual([3, 4, 6])
})
