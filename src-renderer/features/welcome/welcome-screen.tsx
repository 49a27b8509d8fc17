import type { ReactNode } from 'react'
import { ScreenHeader } from '../../components/screen-header.tsx'

/** Which database to open. */
export function WelcomeScreen(): ReactNode {
  return <ScreenHeader title="Open a database" />
}
