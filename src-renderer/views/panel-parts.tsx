import type { ReactNode } from 'react'
import { CopyButton } from '../components/copy-button.tsx'
import { MarkedValue } from '../components/marked-value.tsx'
import type { Fact } from '../components/fact-list.tsx'
import type { MarkedRow } from '../lib/unreadable.ts'
import classes from './panel-parts.module.css'

/** A whole id that can be copied. */
export function WholeId({ id, of }: { id: string; of: string }): ReactNode {
  return (
    <span className={classes['id']}>
      <code>{id}</code>
      <CopyButton label={`Copy the id of ${of}`} text={id} />
    </span>
  )
}

/** The facts of what a row holds and Prefect cannot read; parameters have a part of their own. */
export function unreadableFacts({ unreadable }: MarkedRow): Fact[] {
  return unreadable
    .filter(({ column }) => column !== 'parameters')
    .map(({ column, stored }) => ({
      label: `${column}, as stored`,
      value: <MarkedValue text={stored} />,
    }))
}

/** A part of the details under a heading. */
export function PanelPart({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
