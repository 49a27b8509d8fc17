import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'

/** What stands where a value is being counted. */
export function Pending(): ReactNode {
  return <Skeleton width={64} height={12} aria-hidden />
}
