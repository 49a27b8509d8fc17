import type { ReactNode } from 'react'
import { ScreenHeader } from '../../components/screen-header.tsx'

/** Every limit. */
export function LimitsScreen(): ReactNode {
  return <ScreenHeader title="Limits" />
}
