/** A value as text, for a field that is never empty: whatever is stored is shown. */
export function shownText(stored: unknown): string {
  return textOf(stored) ?? ''
}

/** A value as text; null for NULL. */
export function textOf(stored: unknown): string | null {
  if (stored === null || stored === undefined) return null
  if (typeof stored === 'string') return stored
  return Buffer.isBuffer(stored) ? stored.toString('hex') : String(stored)
}

/** A count; 0 for what is none. */
export function shownCount(stored: unknown): number {
  return Number.isSafeInteger(stored) ? (stored as number) : 0
}
