import type { ReactNode } from 'react'
import { useShellWindow } from '../../lib/shell-windows.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { Palette } from './palette.tsx'
import { useShellKeys } from './use-shell-keys.ts'

/** What opens above every screen, and the keys that open it. */
export function ShellWindows(): ReactNode {
  useShellKeys()
  const open = useShellWindow()
  if (open === 'palette') return <Palette />
  return open === 'keys' ? <KeysDialog /> : null
}
