import type { ReactNode } from 'react'
import classes from './screen-header.module.css'

/** A screen's title, how many there are, and its actions on the right. */
export function ScreenHeader(props: {
  title: string
  count?: string | undefined
  children?: ReactNode
}): ReactNode {
  return (
    <header className={classes['header']}>
      <h1>{props.title}</h1>
      <span className={classes['count']}>{props.count}</span>
      <div className={classes['actions']}>{props.children}</div>
    </header>
  )
}
