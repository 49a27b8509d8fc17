import { CopyButton, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './short-id.module.css'

/** The first characters of an id: whole on hover, a click copies it. */
export function ShortId(props: {
  id: string
  /** True within a table, whose cells are not reached by Tab. */
  inCell?: boolean
}): ReactNode {
  const { id, inCell = false } = props
  return (
    <CopyButton value={id}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Copied' : id}>
          <button
            type="button"
            className={classes['id']}
            aria-label={`Copy the id ${id}`}
            tabIndex={inCell ? -1 : 0}
            onClick={(event) => {
              event.stopPropagation()
              copy()
            }}
          >
            {id.slice(0, 8)}
          </button>
        </Tooltip>
      )}
    </CopyButton>
  )
}
