import type { Random } from './random.ts'

/** The forms of a stored moment that Prefect takes; all of them mean the same. */
export const momentForms: readonly ((stored: string) => string)[] = [
  (stored) => `${stored.replace(' ', 'T')}Z`,
  (stored) => `${stored.replace(' ', 'T')}+00:00`,
  (stored) => stored.replace(' ', 'T'),
  (stored) => stored,
  (stored) => `${shifted(stored, 330)}+05:30`,
  (stored) => `${shifted(stored, -120)}-02:00`,
]

function shifted(stored: string, minutes: number): string {
  const time = new Date(`${stored.slice(0, 19).replace(' ', 'T')}Z`).getTime() + minutes * 60_000
  return new Date(time).toISOString().slice(0, 19) + stored.slice(19)
}

/** Some texts: now and then twice, in upper case, or with one that nothing has. */
export function textsFrom(random: Random, values: readonly string[]): string[] {
  const chosen = random.some(values, random.pick([1, 2, 6]))
  if (random.oneIn(8)) return [...chosen, ...chosen]
  if (random.oneIn(8)) return chosen.map((text) => text.toUpperCase())
  return random.oneIn(8) ? [...chosen, 'nobody has this'] : chosen
}

/** A part of a text, now and then with a wildcard in it or in another case. */
export function likeFrom(random: Random, text: string): string {
  const characters = [...text]
  const start = random.below(characters.length)
  const part = characters.slice(start, start + 1 + random.below(5))
  if (random.oneIn(4)) part[random.below(part.length)] = random.pick(['_', '%'])
  const like = part.join('')
  if (random.oneIn(12)) return random.pick(['', '%', '_', '\\', "'", 'nobody has this'])
  return random.pick([like, like, like.toUpperCase(), like.toLowerCase()])
}

/** A search of some terms: words and phrases of the texts, with and without a sign. */
export function searchFrom(random: Random, values: readonly string[]): string {
  const terms = Array.from({ length: 1 + random.below(4) }, () => {
    const sign = random.pick(['', '', '', '-', '!', '+', '+', '- '])
    const part = likeFrom(random, random.pick(values))
    if (random.oneIn(2)) return sign + (random.pick(part.split(/\s+/)) ?? '')
    const escaped = part.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
    return `${sign}"${random.oneIn(4) ? part : escaped}${random.oneIn(8) ? '' : '"'}`
  })
  return [...terms.join(random.pick([' ', ' ', '  ', '', '\t']))].slice(0, 200).join('')
}

/** A stored moment, or a microsecond beside it: bounds are inclusive, and compared as text. */
export function momentFrom(random: Random, values: readonly string[]): string {
  const form = random.pick(momentForms)
  const stored = random.pick(values)
  const micro = Number(stored.slice(-6)) + random.pick([-1, 0, 0, 0, 1])
  if (micro < 0 || micro > 999_999) return form(stored)
  return form(stored.slice(0, -6) + String(micro).padStart(6, '0'))
}
