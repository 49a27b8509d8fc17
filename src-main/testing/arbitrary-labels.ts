import * as fc from 'fast-check'
import type { LabelEntry } from '../../src-shared/contract/schemas/label-entry.ts'
import type { LabelCondition, LabelFilter } from '../../src-shared/contract/schemas/label-filter.ts'
import { pythonJson } from './stored-forms.ts'

const keys = [
  'a',
  'b',
  'A',
  '',
  ' ',
  'a.b',
  'a"b',
  "a'b",
  '\\',
  '/',
  '$',
  'é',
  '日本',
  '😀',
  'a\nb',
]
const key = fc.constantFrom(...keys)
const strings = ['', '1', '1.0', 'true', 'null', 'a', 'é', '😀', 'x"y', 'x\\y', 'a\u0000b', '{}']
const integers = ['0', '-0', '1', '-1', '10', '9007199254740992', '9007199254740993']
const greatIntegers = [
  '9223372036854775807',
  '9223372036854775808',
  '-9223372036854775808',
  '-9223372036854775809',
  '123456789012345678901234567890',
  '123456789012345678901234567891',
]
const floats = ['0.0', '-0.0', '1.0', '1.00', '0.1', '1e5', '1E5', '100000.0', '1e400', '-1.5e-7']
const askedFloats = [...floats, '1', '.5', '5.', '0.1000']

type Value = Pick<LabelEntry, 'kind' | 'text'>

const ofKind = (kind: LabelEntry['kind'], texts: readonly string[]): fc.Arbitrary<Value> =>
  fc.constantFrom(...texts).map((text) => ({ kind, text }))

const value: fc.Arbitrary<Value> = fc.oneof(
  ofKind('string', strings),
  ofKind('integer', [...integers, ...greatIntegers]),
  ofKind('float', floats),
  ofKind('boolean', ['true', 'false']),
  ofKind('null', ['null']),
  ofKind('object', ['{}', '{"a": 1}', '{ "a" : {"b": "}\\""} }']),
  ofKind('array', ['[]', '["a", 1]', '[[ "]" ], {"a": [2]}]']),
)

/** How a text may be written in JSON: plainly, as Python does, or with a slash escaped. */
const spelling = fc.constantFrom<(text: string) => string>(
  (text) => JSON.stringify(text),
  (text) => pythonJson(text),
  (text) => JSON.stringify(text).replaceAll('/', String.raw`\/`),
)
const blank = fc.constantFrom('', '', ' ', '\n', '\t ')

/** Labels as they may be stored, and what they hold: of a key that is there twice, the last value. */
export interface StoredLabels {
  readonly stored: string | number | null
  readonly entries: readonly LabelEntry[]
}

const readable: fc.Arbitrary<StoredLabels> = fc
  .tuple(fc.array(fc.tuple(key, value, spelling, blank), { maxLength: 5 }), blank)
  .map(([members, around]) => {
    const entries = new Map<string, LabelEntry>()
    const texts = members.map(([name, { kind, text }, spell, space]) => {
      entries.set(name, { key: name, kind, text })
      const written = kind === 'string' ? spell(text) : text
      return `${space}${spell(name)}${space}:${space}${written}${space}`
    })
    const stored = `${around}{${around}${texts.join(',')}}${around}`
    return { stored, entries: [...entries.values()] }
  })

const unreadable: fc.Arbitrary<StoredLabels> = fc
  .constantFrom(
    null,
    7,
    '',
    'null',
    '[]',
    '["a"]',
    '"a"',
    '{"a": 1',
    '{"a": NaN}',
    '{a: 1}',
    '{"a": 1,}',
  )
  .map((stored) => ({ stored, entries: [] }))

/** What a column of labels may hold. */
export const arbitraryLabels = fc.oneof({ weight: 5, arbitrary: readable }, unreadable)

const match = fc.oneof(
  fc.constantFrom(...strings).map((text) => ({ type: 'string' as const, value: text })),
  fc.constantFrom(...integers, ...greatIntegers, '007').map((text) => {
    return { type: 'integer' as const, value: text }
  }),
  fc.constantFrom(...askedFloats).map((text) => ({ type: 'float' as const, value: text })),
  fc.constantFrom('true' as const, 'false' as const).map((text) => {
    return { type: 'boolean' as const, value: text }
  }),
)

const condition: fc.Arbitrary<LabelCondition> = fc.oneof(
  fc.record({ is: fc.constantFrom('has' as const, 'has_not' as const), key }),
  fc.record({ is: fc.constantFrom('is' as const, 'is_not' as const), key, value: match }),
)

/** Any label filter on the keys and values of {@link arbitraryLabels}. */
export const arbitraryLabelFilter: fc.Arbitrary<LabelFilter> = fc.record({
  operator: fc.constantFrom('and_' as const, 'or_' as const),
  conditions: fc.array(condition, { minLength: 1, maxLength: 3 }),
})
