import type { BodyPath } from './filter-body.ts'

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g

interface Level {
  isList: boolean
  /** The member that is being read: its name, or its place in a list. */
  key: string
}

function stringOf(text: string): string | null {
  if (!text.startsWith('"')) return null
  try {
    return JSON.parse(text) as string
  } catch {
    return null
  }
}

/** Goes through the tokens of a JSON text and gives the line of each value by its path. */
function linesOf(text: string): Map<string, number> {
  const lines = new Map<string, number>()
  const levels: Level[] = []
  let isKey = false
  let line = 1
  let last = 0
  for (const { 0: word, index } of text.matchAll(token)) {
    line += text.slice(last, index).split('\n').length - 1
    last = index
    const level = levels.at(-1)
    if (word === ',' && level) {
      if (level.isList) level.key = String(Number(level.key) + 1)
      isKey = !level.isList
    } else if (word === '}' || word === ']') {
      levels.pop()
      isKey = false
    } else if (word !== ':' && isKey && level) {
      level.key = stringOf(word) ?? word
      lines.set(JSON.stringify(levels.map(({ key }) => key)), line)
      isKey = false
    } else if (word !== ':') {
      if (level?.isList) lines.set(JSON.stringify(levels.map(({ key }) => key)), line)
      if (word === '{' || word === '[') levels.push({ isList: word === '[', key: '0' })
      isKey = word === '{'
    }
  }
  return lines
}

/** The line, from 1, of a JSON text at which a value begins; that of what is around it if it is not there. */
export function lineOf(text: string, path: BodyPath): number {
  const lines = linesOf(text)
  for (let length = path.length; length > 0; length -= 1) {
    const line = lines.get(JSON.stringify(path.slice(0, length)))
    if (line !== undefined) return line
  }
  return 1
}
