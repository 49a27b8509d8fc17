/** Pieces of JSON: a string, a mark of its structure, white space, or another value. */
const piece = /"(?:[^"\\]|\\.)*"|[{}[\],:]|\s+|[^\s{}[\],:"]+/gs

/** JSON text over several lines, numbers as they were written; null for a text that is not JSON. */
export function prettyJson(text: string): string | null {
  try {
    JSON.parse(text)
  } catch {
    return null
  }
  const pieces = (text.match(piece) ?? []).filter((one) => one.trim() !== '')
  let depth = 0
  let written = ''
  for (const [index, one] of pieces.entries()) {
    const next = pieces[index + 1]
    if (one === '{' || one === '[') {
      const isEmpty = next === '}' || next === ']'
      depth += 1
      written += isEmpty ? one : one + lineAt(depth)
    } else if (one === '}' || one === ']') {
      depth -= 1
      const before = pieces[index - 1]
      written += before === '{' || before === '[' ? one : lineAt(depth) + one
    } else if (one === ',') {
      written += one + lineAt(depth)
    } else {
      written += one === ':' ? ': ' : one
    }
  }
  return written
}

function lineAt(depth: number): string {
  return `\n${'  '.repeat(depth)}`
}
