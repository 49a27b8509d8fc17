import type { ReactNode } from 'react'
import classes from './page-rest.module.css'

/** A table that takes what is left of a page's height; in a low window the page scrolls instead. */
export function PageRest({ children }: { children: ReactNode }): ReactNode {
  return <div className={classes['rest']}>{children}</div>
}
