import type { Rows } from '../rows.ts'
import { idInOrOut, isGiven, isNull, bySpan } from './parts.ts'
import { both, either, join, not, type Truth } from './truth.ts'
import type { WireLogFilter } from './wire.ts'

/** The terms of a search, by their sign. */
export interface NaiveTerms {
  include: string[]
  exclude: string[]
  required: string[]
}

/** Python's `str.isspace`, of one character. */
function isSpace(character: string): boolean {
  if (character === '\ufeff') return false
  return /\s/.test(character) || ['\x1c', '\x1d', '\x1e', '\x1f', '\x85'].includes(character)
}

/** Prefect's `parse_text_search_query`, character by character as it goes. */
export function naiveTerms(query: string): NaiveTerms {
  const terms: NaiveTerms = { include: [], exclude: [], required: [] }
  let at = 0
  const peek = () => query[at] ?? ''
  while (at < query.length) {
    if (isSpace(peek())) {
      at += 1
      continue
    }
    let list = terms.include
    if ('-!+'.includes(peek())) {
      const sign = peek()
      at += 1
      if (at >= query.length || isSpace(peek())) continue
      list = sign === '+' ? terms.required : terms.exclude
    }
    const [text, end] = peek() === '"' ? phraseAt(query, at + 1) : wordAt(query, at)
    if ([...text].some((character) => !isSpace(character))) list.push(text)
    at = end
  }
  return terms
}

function phraseAt(query: string, start: number): [string, number] {
  let text = ''
  let at = start
  while (at < query.length && query[at] !== '"') {
    const next = query[at + 1]
    if (query[at] === '\\' && next !== undefined) {
      text += next === '"' || next === '\\' ? next : `\\${next}`
      at += 2
    } else {
      text += query[at] ?? ''
      at += 1
    }
  }
  return [text, at + 1]
}

function wordAt(query: string, start: number): [string, number] {
  let at = start
  while (at < query.length && query[at] !== '"' && !isSpace(query[at] ?? '')) at += 1
  return [query.slice(start, at), at]
}

/** Prefect's LogFilter. */
export function naiveLogFilter(log: Rows['log'], filter: WireLogFilter): Truth {
  const parts: Truth[] = []
  const { level, timestamp, flow_run_id: ofRun, task_run_id: ofTask, text } = filter
  if (level) {
    const { ge_, le_ } = level
    parts.push((!isGiven(ge_) || log.level >= ge_) && (!isGiven(le_) || log.level <= le_))
  }
  if (timestamp) parts.push(bySpan(log.timestamp, timestamp))
  if (ofRun) parts.push(idInOrOut(log.flow_run_id, { any_: ofRun.any_ }))
  if (ofTask) {
    const { any_, is_null_ } = ofTask
    const none = isGiven(is_null_) ? isNull(log.task_run_id, is_null_) : true
    parts.push(both([idInOrOut(log.task_run_id, { any_ }), none]))
  }
  return join(filter.operator, [...parts, ...byText(log, text?.query ?? '')])
}

/** Each kind of term that is there is a part of its own. */
function byText(log: Rows['log'], query: string): Truth[] {
  const { include, exclude, required } = naiveTerms(query)
  const stored = `${log.message} ${log.name}`.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  const holds = (term: string): Truth => stored.includes(term.toLowerCase())
  const parts: Truth[] = []
  if (include.length > 0) parts.push(either(include.map(holds)))
  if (exclude.length > 0) parts.push(both(exclude.map((term) => not(holds(term)))))
  if (required.length > 0) parts.push(both(required.map(holds)))
  return parts
}
