import { isTree, valueAt, type FilterScreen, type FilterGroup } from './filter-body.ts'
import type { FilterField, FilterLeaf } from './filter-grammar-types.ts'
import { joinWords } from './filter-grammar.ts'
import { count } from './numbers.ts'
import { stateLook } from './states.ts'

/** Names by id, where they are known. */
export type Names = ReadonlyMap<string, string>

/** So many values are said; the rest is counted. */
const mostSaid = 3

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
const momentFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** A moment as local time, without the clock at the day's beginning: "20 Nov 2026, 08:00". */
export function momentWords(moment: string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return moment
  const isMidnight = date.getHours() + date.getMinutes() + date.getSeconds() === 0
  return (isMidnight ? dayFormat : momentFormat).format(date)
}

/** One value of a list, as a person reads it. */
export function valueWords(leaf: FilterLeaf, value: unknown, names: Names): string {
  const text = String(value)
  if (leaf.kind === 'states') return stateLook(text).word
  if (leaf.kind === 'moment') return momentWords(text)
  if (leaf.kind === 'ids') return names.get(text) ?? text.slice(0, 8)
  return text === '' ? '“”' : text
}

/** "a", "a or b", "a, b or 3 more". */
export function joined(values: readonly string[], between: string): string {
  if (values.length > mostSaid + 1) {
    const rest = count(values.length - mostSaid)
    return `${values.slice(0, mostSaid).join(', ')} ${between} ${rest} more`
  }
  if (values.length < 2) return values.join('')
  return `${values.slice(0, -1).join(', ')} ${between} ${values.at(-1)}`
}

/** What one operator asks: "is Failed or Crashed". */
export function leafWords(leaf: FilterLeaf, value: unknown, names: Names): string {
  const { words } = leaf
  if ('whenTrue' in words) {
    if (value === null) return 'may be missing'
    return value === true ? words.whenTrue : words.whenFalse
  }
  if (!Array.isArray(value)) {
    return `${words.before} ${leaf.kind === 'like' ? `“${String(value)}”` : valueWords(leaf, value, names)}`
  }
  if (value.length === 0) return `${words.before} one of none`
  const before = value.length > 1 ? (words.many ?? words.before) : words.before
  const said = value.map((one) => valueWords(leaf, one, names))
  return `${before} ${joined(said, words.between ?? 'or')}`
}

/** The operators of a field that are set, with their values. */
export function setLeaves(
  field: FilterField,
  value: unknown,
): { leaf: FilterLeaf; value: unknown }[] {
  return field.leaves.flatMap((leaf) => {
    const at = valueAt(value, leaf.path)
    return at === undefined ? [] : [{ leaf, value: at }]
  })
}

/** What a chip says: "state is Failed or Crashed". */
export function fieldWords(field: FilterField, value: unknown, names: Names): string {
  const said = setLeaves(field, value).map(({ leaf, value: at }) => leafWords(leaf, at, names))
  if (said.length === 0) return `${field.title}: no condition`
  const operator = isTree(value) && value['operator'] === 'or_' ? ' or ' : ' and '
  return `${field.title} ${said.join(operator)}`
}

/** What stands before the chips of a filter object; nothing before those of the screen's own rows. */
export function groupWords(
  screen: FilterScreen,
  group: FilterGroup,
  isEmpty: boolean,
): string | null {
  const words = joinWords[screen][group]
  if (!words) return isEmpty ? 'no condition' : null
  return isEmpty ? words.any : words.which
}
