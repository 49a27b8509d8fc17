import type { ReactNode } from 'react'

/** A sentence in which what stands between backticks is code. */
export function MarkedText({ text }: { text: string }): ReactNode {
  // Every second piece lies between two of them.
  return text
    .split('`')
    .map((piece, index) => (index % 2 === 0 ? piece : <code key={index}>{piece}</code>))
}
