import type { ReactNode } from 'react'

/** What stands where there is no value. */
export function Nothing(): ReactNode {
  return (
    <span style={{ color: 'var(--sl-muted)' }} aria-label="nothing">
      –
    </span>
  )
}
