import type { ReactNode } from 'react'
import { MarkedValue } from '../../components/marked-value.tsx'
import { Nothing } from '../../components/nothing.tsx'
import { ShortId } from '../../components/short-id.tsx'
import { createdByWords } from './created-by-words.ts'

/** JSON that tells of nobody. */
const nobody = new Set(['', '{}', 'null'])

/** Who or what began a run; what cannot be read is shown as it is stored, marked. */
export function CreatedBy(props: {
  /** The stored JSON. */
  text: string | null
  withId?: boolean
}): ReactNode {
  const { text, withId = false } = props
  const words = createdByWords(text)
  if (words) {
    return (
      <span>
        {words.text} {withId && words.id !== null && <ShortId id={words.id} />}
      </span>
    )
  }
  return text === null || nobody.has(text.trim()) ? <Nothing /> : <MarkedValue text={text} />
}
