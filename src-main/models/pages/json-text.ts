import type { LenientRow } from '../rows/lenient-row.ts'
import { shownText, textOf } from './shown.ts'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** JSON columns as their whole text; what is no JSON is given too, and its column marked. */
export class JsonTexts<Row extends object> {
  readonly #stored: Row
  readonly #row: LenientRow<Row>

  constructor(stored: Row, row: LenientRow<Row>) {
    this.#stored = stored
    this.#row = row
  }

  /** The text; empty for NULL, which is marked too. */
  text(column: keyof Row & string): string {
    const text = shownText(this.#stored[column])
    if (!isJson(text)) this.#row.mark(column)
    return text
  }

  /** The text, or null where the column is NULL. */
  textOrNull(column: keyof Row & string): string | null {
    return textOf(this.#stored[column]) === null ? null : this.text(column)
  }
}
