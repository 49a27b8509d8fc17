import { z } from 'zod'

/** What a label's value is in the stored JSON. Prefect knows the first four, and cannot read the rest. */
export const labelKind = z.enum([
  'string',
  'integer',
  'float',
  'boolean',
  'null',
  'object',
  'array',
])

/** The type of {@link labelKind}. */
export type LabelKind = z.output<typeof labelKind>

/**
 * One label as it is stored: `text` is the value's own JSON text, but for a string, which is given
 * without quotes. So `1`, `1.0` and `"1"` stay three different labels.
 */
export const labelEntry = z.object({ key: z.string(), kind: labelKind, text: z.string() })

/** The type of {@link labelEntry}. */
export type LabelEntry = z.output<typeof labelEntry>
