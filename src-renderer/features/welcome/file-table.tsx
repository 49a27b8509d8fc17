import type { ReactNode } from 'react'
import classes from './welcome.module.css'

/** A table of files: what each is, three facts, and what can be done with it. */
export function FileTable(props: {
  label: string
  /** The head of the third column. */
  fact: string
  children: ReactNode
}): ReactNode {
  const { label, fact, children } = props
  return (
    <table className={classes['files']} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Database</th>
          <th scope="col" className={classes['fact']}>
            {fact}
          </th>
          <th scope="col" className={classes['size']}>
            Size
          </th>
          <th scope="col" className={classes['changed']}>
            Last change
          </th>
          <th scope="col" className={classes['acts']}>
            <span className={classes['unseen']}>Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
