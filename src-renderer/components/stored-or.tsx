import type { ReactNode } from 'react'
import type { UnreadableColumn } from '../../src-shared/contract/schemas/unreadable.ts'
import { MarkedValue } from './marked-value.tsx'

/** A column's value, or where Prefect cannot read it what is stored, marked. */
export function StoredOr(props: {
  unreadable: readonly UnreadableColumn[]
  column: string
  children: ReactNode
}): ReactNode {
  const found = props.unreadable.find(({ column }) => column === props.column)
  return found ? <MarkedValue text={found.stored} /> : props.children
}
