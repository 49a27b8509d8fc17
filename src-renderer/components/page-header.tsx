import type { ReactNode } from 'react'
import classes from './page-header.module.css'

/** The head of a thing's own page: the list it is of, its name, what stands beside it, and actions. */
export function PageHeader(props: {
  /** The list: a way back. */
  of: { title: string; link: string }
  title: string
  /** Beside the name: its id, its state. */
  beside?: ReactNode
  /** At the right. */
  children?: ReactNode
}): ReactNode {
  const { of, title, beside, children } = props
  return (
    <header className={classes['header']}>
      <a href={of.link} className={classes['of']}>
        {of.title}
      </a>
      <span className={classes['divider']} aria-hidden>
        /
      </span>
      <h1 title={title}>{title}</h1>
      <div className={classes['beside']}>{beside}</div>
      <div className={classes['actions']}>{children}</div>
    </header>
  )
}
