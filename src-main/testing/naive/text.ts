/** Below, equal or above 0, as SQLite's binary collation orders two texts: by their UTF-8 bytes. */
export function compareTexts(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right))
}

function foldAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** SQL's LIKE without an escape: `%` is any text, `_` any one character, ASCII in either case. */
export function matchesLike(text: string, pattern: string): boolean {
  // By code points: one `_` stands for one emoji.
  return matchesFrom([...foldAscii(text)], [...foldAscii(pattern)])
}

function matchesFrom(text: readonly string[], pattern: readonly string[]): boolean {
  const [wanted, ...restOfPattern] = pattern
  if (wanted === undefined) return text.length === 0
  if (wanted === '%') {
    return text
      .concat('')
      .some((_character, start) => matchesFrom(text.slice(start), restOfPattern))
  }
  const [found, ...restOfText] = text
  if (found === undefined) return false
  return (wanted === '_' || wanted === found) && matchesFrom(restOfText, restOfPattern)
}

/** Any form of a UUID that Python takes, in the one that is stored. */
export function storedUuid(given: string): string {
  const digits = given.toLowerCase().replace(/urn:|uuid:|[{}-]/g, '')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const isoTime =
  /^(?<minute>\d{4}-\d\d-\d\dT\d\d:\d\d):(?<second>\d\d)(?:\.(?<fraction>\d+))?(?<zone>Z|[+-]\d\d:\d\d)?$/

/** An ISO 8601 time with seconds, in the stored form: UTC, 26 characters; naive means UTC. */
export function storedMoment(given: string): string {
  const { minute, second = '', fraction = '', zone = 'Z' } = isoTime.exec(given)?.groups ?? {}
  if (minute === undefined) throw new Error(`${given} is not a time that this evaluation reads`)
  const utc = new Date(`${minute}:00${zone}`).toISOString()
  return `${utc.slice(0, 10)} ${utc.slice(11, 16)}:${second}.${fraction.padEnd(6, '0')}`
}
