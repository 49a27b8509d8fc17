import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test.each([
  ['\u001b[32mGreen\u001b[0m text', 'Green text'],
  ['\u001b[38;5;240mgrey\u001b[m', 'grey'],
  ['\u001b]8;;https://example.com\u0007link\u001b]8;;\u0007', 'link'],
  ['\u001b]0;title\u001b\\after', 'after'],
  ['\u001b(Bplain', 'plain'],
  ['10 %\r20 %\r30 %', '10 %\n20 %\n30 %'],
  ['one\r\ntwo\n', 'one\ntwo'],
  ['a\u0000b\u0008c\td', 'abc\td'],
  ['array[0m] stays', 'array[0m] stays'],
  ['Grüße, 世界 🙂', 'Grüße, 世界 🙂'],
])('%j is read as %j', (message, text) => {
  expect(plainText(message)).toBe(text)
})
