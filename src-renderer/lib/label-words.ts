import type { LabelEntry } from '../../src-shared/contract/schemas/label-entry.ts'

const plainWords: Readonly<Record<LabelEntry['kind'], string>> = {
  string: 'text',
  integer: 'whole number',
  float: 'decimal number',
  boolean: 'true or false',
  null: 'null',
  object: 'object',
  array: 'list',
}

/** A text that would read as a value of another type, or as nothing, without quotes. */
const looksTyped = /^\s*$|^\s|\s$|^(true|false|null)$|^-?(\d|\.\d)[\d.eE+-]*$|^["{[]/

/** A label's value as it is shown: a text has quotes where it would look like something else. */
export function labelValueText({ kind, text }: LabelEntry): string {
  return kind === 'string' && looksTyped.test(text) ? JSON.stringify(text) : text
}

/** "team: data", `1` and `"1"` told apart. */
export function labelText(entry: LabelEntry): string {
  return `${entry.key}: ${labelValueText(entry)}`
}

/** The word for a label's type: "whole number". */
export function labelKindWord(kind: LabelEntry['kind']): string {
  return plainWords[kind]
}

/** False for a value that Prefect itself cannot read. */
export function isReadableLabel({ kind }: LabelEntry): boolean {
  return kind === 'string' || kind === 'integer' || kind === 'float' || kind === 'boolean'
}
