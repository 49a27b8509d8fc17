/** A number that Python writes with a point, even where it is whole: `1.0`. */
export class Float {
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
}

/** What a JSON column can hold. A member that is undefined is left out. */
export type Json = null | boolean | number | string | Float | readonly Json[] | JsonObject

/** An object of a JSON column; its keys keep their order. */
export interface JsonObject {
  readonly [key: string]: Json | undefined
}

/** JSON text as Python's `json.dumps` writes it: spaces after `,` and `:`, ASCII only. */
export function pythonJson(value: Json): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') {
    return String(value)
  }
  if (typeof value === 'string') return stringText(value)
  if (value instanceof Float) return floatText(value.value)
  if (isArray(value)) return `[${value.map(pythonJson).join(', ')}]`
  let text = ''
  for (const key in value) {
    const member = value[key]
    if (member === undefined) continue
    text += `${text === '' ? '' : ', '}${stringText(key)}: ${pythonJson(member)}`
  }
  return `{${text}}`
}

const notAscii = /[\u0080-\uffff]/

function floatText(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

function stringText(value: string): string {
  const text = JSON.stringify(value)
  if (!notAscii.test(text)) return text
  const escape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  return text.replace(/[\u0080-\uffff]/g, escape)
}

/** `Array.isArray` does not narrow a read-only array. */
function isArray(value: JsonObject | readonly Json[]): value is readonly Json[] {
  return Array.isArray(value)
}
