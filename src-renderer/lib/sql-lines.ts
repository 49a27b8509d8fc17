/** Texts, names and comments, brackets, words, and all else by the character. */
const pieces =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|--[^\n]*|\/\*[^]*?\*\/|[()]|\w+|\s+|[^]/g

/** A line begins before each of these. */
const openings = new Set(
  'from where group order having limit union left inner cross join window with'.split(' '),
)
const joinWords = new Set(['left', 'inner', 'cross', 'outer'])

/** An SQL statement over several lines, for reading: nothing but white space differs. */
export function sqlLines(sql: string): string {
  let depth = 0
  let written = ''
  let before = ''
  for (const piece of sql.match(pieces) ?? []) {
    const word = piece.toLowerCase()
    if (/^\s+$/.test(piece)) {
      if (!written.endsWith('\n')) written += ' '
      continue
    }
    if (word === '(') depth += 1
    if (word === ')') depth -= 1
    const isOpening = openings.has(word) && !(word === 'join' && joinWords.has(before))
    if (isOpening && written.trimEnd() !== '') {
      written = `${written.trimEnd()}\n${'  '.repeat(Math.max(0, depth))}`
    }
    written += piece
    before = word
    if (piece.startsWith('--')) written += '\n'
  }
  return written.trim()
}
