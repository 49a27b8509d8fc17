import type { ReactNode } from 'react'

/** What a row's context menu offers; `divider` parts groups. */
export type MenuItem =
  | 'divider'
  | {
      label: string
      icon?: ReactNode
      /** Destroys something. */
      isHarmful?: boolean
      isDisabled?: boolean
      run: () => void
    }
