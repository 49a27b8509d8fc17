import type { ReactNode } from 'react'
import { CellLink } from './cell-link.tsx'
import { MarkedValue } from './marked-value.tsx'
import { Nothing } from './nothing.tsx'

/** What something belongs to, as a link by its name; where that is gone its id, marked. */
export function FactLink(props: {
  /** Null where it belongs to none. */
  id: string | null
  name: string | null
  link: (id: string) => string
  /** What to say where it is gone. */
  gone: string
}): ReactNode {
  const { id, name, link, gone } = props
  if (id === null) return <Nothing />
  if (name === null) return <MarkedValue text={id} why={gone} />
  return <CellLink href={link(id)} text={name} inCell={false} />
}
