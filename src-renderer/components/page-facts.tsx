import type { ReactNode } from 'react'
import classes from './page-facts.module.css'

/** The facts below the head of a page; what could not be counted is said in a line. */
export function PageFacts(props: { error?: Error | null; children: ReactNode }): ReactNode {
  const { error, children } = props
  return (
    <div className={classes['facts']}>
      {children}
      {error && (
        <p role="alert" className={classes['error']}>
          The runs could not be counted: {error.message}
        </p>
      )}
    </div>
  )
}
