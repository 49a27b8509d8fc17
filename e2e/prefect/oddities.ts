import { bodyWith, isLeaf, places } from './grammar.ts'
import type { Grammar, Leaf, Part } from './grammar.ts'
import type { Question } from './questions.ts'

const id = '0D1F0C6E-5B7C-4A0F-9D55-1C39A7B0C001'

const oddTexts = [
  'text',
  [1],
  [1.5],
  [true],
  [null],
  [['a']],
  [{}],
  {},
  1,
  true,
  [],
  [''],
  ['a', 2],
]

/** Values of doubtful form for each kind of end. Whether they are taken, Prefect says. */
const doubtful: Record<Leaf['kind'], readonly unknown[]> = {
  uuids: [
    id,
    [id],
    [id.replaceAll('-', '')],
    [`{${id}}`],
    [`urn:uuid:${id}`],
    [id.slice(1)],
    [`${id}0`],
    ['no uuid'],
    [''],
    [null],
    [1],
    [[id]],
    { 0: id },
    1,
    true,
    [id, 'x'],
    [` ${id}`],
    [id.replace('0', 'g')],
  ],
  texts: oddTexts,
  beginnings: oddTexts,
  like: [1, 1.5, true, [], ['a'], {}, '', '%', '\\'],
  search: [
    1,
    true,
    [],
    ['a'],
    {},
    '',
    ' ',
    '\u001f\u0085',
    '\ufeff',
    '"',
    '""',
    '" "',
    '-',
    '+ - !',
    '--a',
    '-"',
    '"a\\',
    'a"b"c',
    'x'.repeat(200),
    'x'.repeat(201),
    '😀'.repeat(150),
    '😀'.repeat(201),
  ],
  boolean: [
    'true',
    'TRUE',
    'Yes',
    'y',
    't',
    'on',
    '1',
    1,
    1.0,
    'false',
    'no',
    'N',
    'f',
    'off',
    '0',
    0,
    2,
    -1,
    0.5,
    '2',
    '',
    ' true',
    'maybe',
    'null',
    [],
    {},
    [true],
  ],
  moment: [
    '2026-11-20',
    '20261120',
    '20261120T101112Z',
    '2026-11-20T101112',
    '20261120T10:11:12',
    1_795_000_000,
    '1795000000.5',
    1_795_000_000_123,
    '2026-11-20T10:11',
    '2026-11-20T10:11:12',
    '2026-11-20 10:11:12',
    '2026-11-20T10:11:12Z',
    '2026-11-20T10:11:12.5Z',
    '2026-11-20T10:11:12.123456Z',
    '2026-11-20T10:11:12+02:00',
    '2026-11-20T10:11:12-0230',
    '2026-11-20T10:11:12.123+14:00',
    '2026-13-01',
    '2026-02-30',
    '2026-11-20T25:00:00',
    '2026-11-20T10:60:00',
    '20',
    'x',
    '',
    '2026-11-20T10:11:12 Europe/Berlin',
    '2026-11-20T10:11:12+02:60',
    '2026-11-20T10:11:12+25:00',
    [],
    {},
    true,
    ['2026-11-20'],
  ],
  stateTypes: [
    ['COMPLETED'],
    ['COMPLETED', 'COMPLETED'],
    'COMPLETED',
    ['completed'],
    ['Completed'],
    ['DONE'],
    ['StateType.COMPLETED'],
    [''],
    [1],
    [null],
    {},
    [['FAILED']],
    [],
  ],
  integer: ['5', 5.0, '5.0', 1.5, 'x', '', -3, true, [], {}, '1_000', '1__0', '1.', '.0', ' 7 '],
}

/** What may stand where an object is wanted. */
const notObjects: readonly unknown[] = [[], 'x', 1, true, [{}]]

/** Sorts, limits and offsets of doubtful form; a limit above 200 is Prefect's REST's own refusal. */
const pagings: readonly Question[] = [
  ...[-1, 1.5, 5.0, '5', '5.0', 'x', '', [], {}, true, '-1', 0].map((limit) => ({ limit })),
  ...[-1, 1.5, 5.0, '5', 'x', '', [], {}, true, 0].map((offset) => ({ offset })),
  ...['NAME_ASC', 'name_asc', 'ID_DESC', 'START_TIME', '', 1, [], {}].map((sort) => ({ sort })),
  { limit: null },
]

/**
 * Bodies whose form is doubtful, one doubt each: every kind of value at an end of each kind, and
 * at every place wrong operators, unknown keys and what is no object at all.
 */
export function oddities(grammar: Grammar): Question[] {
  return [...places(grammar).flatMap(({ path, part }) => odd(path, part)), ...pagings]
}

function odd(path: readonly string[], part: Part): Question[] {
  const at = (value: unknown) => bodyWith(path, value)
  if (isLeaf(part)) return [null, ...doubtful[part.kind]].map(at)
  const operators = part.hasOperator ? ['and_', 'or_', 'AND', 'and', '', 1, null] : ['and_', null]
  return [
    ...[null, {}, ...notObjects].map(at),
    ...operators.map((operator) => at({ operator })),
    ...['unknown_', 'any', 'ANY_', '__proto__'].map((key) => at(JSON.parse(`{"${key}":[]}`))),
  ]
}
