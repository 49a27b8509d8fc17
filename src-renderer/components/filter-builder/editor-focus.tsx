import { useEffect, useRef, type ReactNode } from 'react'
import classes from './filter-builder.module.css'

/** Keeps the focus within an open editor: if what has it is taken away, the first input gets it. */
export function EditorFocus({ children }: { children: ReactNode }): ReactNode {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (document.activeElement && document.activeElement !== document.body) return
    root.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  })
  return (
    <div ref={root} className={classes['editor']}>
      {children}
    </div>
  )
}
