import type { ReactNode } from 'react'
import classes from './welcome.module.css'

/** A path, of which the file's name stands out. */
export function FilePath({ path }: { path: string }): ReactNode {
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1
  return (
    <span className={classes['path']}>
      <span className={classes['folder']}>{path.slice(0, cut)}</span>
      <b>{path.slice(cut)}</b>
    </span>
  )
}
