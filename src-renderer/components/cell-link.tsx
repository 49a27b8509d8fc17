import type { ReactNode } from 'react'
import classes from './cell-link.module.css'

/** The name of something, in a table's cell or among other facts: it leads to its page. */
export function CellLink(props: {
  /** The link within the page: `#/flows/…`. */
  href: string
  text: string
  /** The row's own name stands out from what else is linked. */
  isMain?: boolean
  /** False outside a table, where links are reached by Tab. */
  inCell?: boolean
}): ReactNode {
  const { href, text, isMain = false, inCell = true } = props
  return (
    <a
      href={href}
      title={text}
      tabIndex={inCell ? -1 : undefined}
      className={classes['link']}
      data-main={isMain || undefined}
      data-free={!inCell || undefined}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {text === '' ? '(no name)' : text}
    </a>
  )
}
