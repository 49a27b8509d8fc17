import { z } from 'zod'

const hexadecimal = /^[0-9a-f]{32}$/i

/**
 * Puts any form that Python's `uuid.UUID()` takes (upper case, no hyphens, braces, `urn:uuid:`)
 * into the one that Prefect stores: lower case, hyphenated, 36 characters.
 *
 * @returns the normal form, or `null` if the text is no UUID.
 */
export function normalUuid(text: string): string | null {
  const bare = text
    .replaceAll('urn:', '')
    .replaceAll('uuid:', '')
    .replace(/^[{}]+|[{}]+$/g, '')
    .replaceAll('-', '')
  if (!hexadecimal.test(bare)) return null
  const digits = bare.toLowerCase()
  const groups = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ]
  return groups.join('-')
}

/** An id in any form that Prefect takes, parsed to the normal one. */
export const prefectUuid = z.string().transform((text, context): string => {
  const uuid = normalUuid(text)
  if (uuid !== null) return uuid
  context.issues.push({ code: 'custom', input: text, message: 'Not a UUID' })
  return z.NEVER
})
