import { Menu, Tooltip, useMantineColorScheme } from '@mantine/core'
import {
  IconDatabase,
  IconGauge,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconMoon,
  IconSchema,
  IconSelector,
  IconSun,
  IconSunMoon,
  type Icon,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SessionState } from '../../../src-shared/contract/schemas/session-state.ts'
import { useFullLimits } from '../../api/use-full-limits.ts'
import { usePreferences } from '../../api/use-preferences.ts'
import { counted } from '../../lib/numbers.ts'
import { FileMenuItems } from './file-menu.tsx'
import classes from './frame.module.css'

interface SidebarProps {
  session: SessionState | undefined
  /** Only icons. */
  folded: boolean
  onFold: (folded: boolean) => void
}

const screens: readonly { to: '/flows' | '/limits'; word: string; Icon: Icon }[] = [
  { to: '/flows', word: 'Flows', Icon: IconSchema },
  { to: '/limits', word: 'Limits', Icon: IconGauge },
]

/** The file that is open, and the way to every screen. */
export function Sidebar({ session, folded, onFold }: SidebarProps): ReactNode {
  const fullLimits = useFullLimits()
  const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <nav className={classes['sidebar']} aria-label="Screens">
      <FileButton session={session} folded={folded} />
      {screens.map(({ to, word, Icon: ScreenIcon }) => (
        <Tooltip key={to} label={word} disabled={!folded} position="right">
          <Link to={to} className={classes['link']} aria-label={folded ? word : undefined}>
            <ScreenIcon size={18} stroke={1.8} aria-hidden />
            {!folded && <span className={classes['word']}>{word}</span>}
            {to === '/limits' && fullLimits > 0 && <FullBadge count={fullLimits} />}
          </Link>
        </Tooltip>
      ))}
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

/** How many limits have no free slot. */
function FullBadge({ count }: { count: number }): ReactNode {
  const words = `${counted(count, 'limit')} full`
  return (
    <span className={classes['badge']} title={words} aria-label={words} role="img">
      {count}
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
