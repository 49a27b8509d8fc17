import { useId, type ReactNode } from 'react'
import classes from './welcome.module.css'

/** A part of the welcome screen, under its heading. */
export function Section(props: {
  title: string
  /** What stands at the right of the heading. */
  actions?: ReactNode
  children: ReactNode
}): ReactNode {
  const { title, actions, children } = props
  const id = useId()
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div className={classes['heading']}>
        <h2 id={id}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
