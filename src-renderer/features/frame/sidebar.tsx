import { Menu, Tooltip, useMantineColorScheme } from '@mantine/core'
import {
  IconArrowsSplit2,
  IconDatabase,
  IconGauge,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconMoon,
  IconRocket,
  IconSchema,
  IconSearch,
  IconSelector,
  IconSun,
  IconSunMoon,
  IconTag,
  type Icon,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { keyText } from '../../../src-shared/page-keys.ts'
import type { SessionState } from '../../../src-shared/contract/schemas/session-state.ts'
import { usePreferences } from '../../api/use-preferences.ts'
import { isMac } from '../../lib/platform.ts'
import { setShellWindow } from '../../lib/shell-windows.ts'
import { FileMenuItems } from './file-menu.tsx'
import classes from './frame.module.css'
import { SavedViewLinks } from './saved-view-links.tsx'
import { useAttention, type Attention } from './use-attention.ts'

interface SidebarProps {
  session: SessionState | undefined
  /** Only icons. */
  folded: boolean
  onFold: (folded: boolean) => void
}

type ScreenPath = '/flows' | '/runs' | '/deployments' | '/tags' | '/limits'

const screens: readonly { to: ScreenPath; word: string; Icon: Icon }[] = [
  { to: '/flows', word: 'Flows', Icon: IconSchema },
  { to: '/runs', word: 'Runs', Icon: IconArrowsSplit2 },
  { to: '/deployments', word: 'Deployments', Icon: IconRocket },
  { to: '/tags', word: 'Tags', Icon: IconTag },
  { to: '/limits', word: 'Limits', Icon: IconGauge },
]

/** The file that is open, and the way to every screen. */
export function Sidebar({ session, folded, onFold }: SidebarProps): ReactNode {
  const attention = useAttention()
  const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <nav className={classes['sidebar']} aria-label="Screens">
      <FileButton session={session} folded={folded} />
      <PaletteButton folded={folded} />
      {screens.map(({ to, word, Icon: ScreenIcon }) => (
        <Tooltip key={to} label={word} disabled={!folded} position="right">
          <Link to={to} className={classes['link']} aria-label={folded ? word : undefined}>
            <ScreenIcon size={18} stroke={1.8} aria-hidden />
            {!folded && <span className={classes['word']}>{word}</span>}
            <Badge words={attention[to]} />
          </Link>
        </Tooltip>
      ))}
      {!folded && session?.access !== 'closed' && <SavedViewLinks />}
      <div className={classes['below']}>
        <ColorSchemeButton folded={folded} />
        <button
          type="button"
          className={classes['link']}
          aria-label={folded ? 'Unfold the sidebar' : 'Fold the sidebar'}
          onClick={() => onFold(!folded)}
        >
          <Fold size={18} stroke={1.8} aria-hidden />
          {!folded && <span className={classes['word']}>Fold</span>}
        </button>
      </div>
    </nav>
  )
}

/** The palette, for those who do not know its key. */
function PaletteButton({ folded }: { folded: boolean }): ReactNode {
  return (
    <button
      type="button"
      className={classes['link']}
      aria-label={folded ? 'Go to' : undefined}
      onClick={() => setShellWindow('palette')}
    >
      <IconSearch size={18} stroke={1.8} aria-hidden />
      {!folded && <span className={classes['word']}>Go to</span>}
      {!folded && <KeyHint />}
    </button>
  )
}

function KeyHint(): ReactNode {
  return (
    <kbd className={classes['key']} aria-hidden>
      {keyText('Mod+K', isMac)}
    </kbd>
  )
}

/** How many want attention: the number, and what it counts in words. */
function Badge({ words }: { words: Attention[keyof Attention] | undefined }): ReactNode {
  if (!words) return null
  return (
    <span className={classes['badge']} title={words.text} aria-label={words.text} role="img">
      {words.number}
    </span>
  )
}

function FileButton({ session, folded }: Pick<SidebarProps, 'session' | 'folded'>): ReactNode {
  const name = session?.path?.split(/[/\\]/).at(-1) ?? 'No database'
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button
          type="button"
          className={classes['file']}
          title={session?.path ?? undefined}
          aria-label={`Database ${name}`}
        >
          <IconDatabase size={18} stroke={1.8} aria-hidden />
          {!folded && <span className={classes['word']}>{name}</span>}
          {!folded && <IconSelector size={14} aria-hidden />}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <FileMenuItems />
      </Menu.Dropdown>
    </Menu>
  )
}

const schemes = {
  auto: { next: 'light', word: 'As the system', Icon: IconSunMoon },
  light: { next: 'dark', word: 'Light', Icon: IconSun },
  dark: { next: 'auto', word: 'Dark', Icon: IconMoon },
} as const

function ColorSchemeButton({ folded }: { folded: boolean }): ReactNode {
  const [{ colorScheme }, change] = usePreferences()
  const { setColorScheme } = useMantineColorScheme()
  const { next, word, Icon: SchemeIcon } = schemes[colorScheme]
  return (
    <button
      type="button"
      className={classes['link']}
      aria-label={`Colours: ${word}`}
      onClick={() => {
        setColorScheme(next)
        change({ colorScheme: next })
      }}
    >
      <SchemeIcon size={18} stroke={1.8} aria-hidden />
      {!folded && <span className={classes['word']}>{word}</span>}
    </button>
  )
}
