import { useMantineColorScheme } from '@mantine/core'
import {
  IconArrowsSplit2,
  IconBookmark,
  IconClock,
  IconDatabase,
  IconFlask,
  IconGauge,
  IconKeyboard,
  IconLayoutSidebarLeftCollapse,
  IconLink,
  IconPlayerPause,
  IconPlayerPlay,
  IconRocket,
  IconSchema,
  IconSunMoon,
  IconTag,
} from '@tabler/icons-react'
import { setLivePaused, useLivePaused } from '../../api/live-pause.ts'
import { useDatabaseActions } from '../../api/use-database-actions.ts'
import { useSavedViews } from '../../api/use-database-settings.ts'
import { usePreferences } from '../../api/use-preferences.ts'
import { copyText } from '../../lib/clipboard.ts'
import { setShellWindow } from '../../lib/shell-windows.ts'
import type { Entry } from './entry.ts'

const goTo = 'Go to'
const commands = 'Commands'

const screens: readonly Omit<Entry, 'run' | 'id'>[] = [
  { group: goTo, name: 'Flows', note: '/flows', Icon: IconSchema },
  { group: goTo, name: 'Runs', note: '/runs', Icon: IconArrowsSplit2 },
  { group: goTo, name: 'Deployments', note: '/deployments', Icon: IconRocket },
  { group: goTo, name: 'Tags', note: '/tags', Icon: IconTag },
  { group: goTo, name: 'Limits', note: '/limits', Icon: IconGauge },
  { group: goTo, name: 'Open a database', note: '/welcome', Icon: IconDatabase },
]

/** What the palette offers whatever is in the database: screens, saved views, commands. */
export function useCommands(onLink: (link: string) => void): Entry[] {
  const [views] = useSavedViews()
  const ways = screens.map(({ note, ...screen }) => ({
    ...screen,
    id: `screen ${note}`,
    run: () => onLink(`#${note}`),
  }))
  const saved = views.map((view) => ({
    id: `view ${view.id}`,
    group: 'Saved views',
    name: view.name,
    note: view.screen,
    Icon: IconBookmark,
    run: () => onLink(`#/${view.screen}${view.search}`),
  }))
  return [...ways, ...saved, ...usePageCommands()]
}

function usePageCommands(): Entry[] {
  const [preferences, change] = usePreferences()
  const { setColorScheme } = useMantineColorScheme()
  const paused = useLivePaused()
  const actions = useDatabaseActions({ onError: () => {} })
  const scheme = (colorScheme: 'auto' | 'light' | 'dark', word: string): Entry => ({
    id: `colours ${colorScheme}`,
    group: commands,
    name: `Colours: ${word}`,
    Icon: IconSunMoon,
    run: () => {
      setColorScheme(colorScheme)
      change({ colorScheme })
    },
  })
  const isRelative = preferences.times === 'relative'
  const command = (name: string, Icon: Entry['Icon'], run: () => void): Entry => ({
    id: name,
    group: commands,
    name,
    Icon,
    run,
  })
  return [
    command(
      paused ? 'Resume live changes' : 'Pause live changes',
      paused ? IconPlayerPlay : IconPlayerPause,
      () => setLivePaused(!paused),
    ),
    command('Copy the link of this view', IconLink, () => {
      void copyText(location.href)
    }),
    command(isRelative ? 'Show exact times' : 'Show times as "4 min ago"', IconClock, () =>
      change({ times: isRelative ? 'absolute' : 'relative' }),
    ),
    command('List the keys', IconKeyboard, () => setShellWindow('keys')),
    command(
      preferences.sidebarFolded ? 'Unfold the sidebar' : 'Fold the sidebar',
      IconLayoutSidebarLeftCollapse,
      () => change({ sidebarFolded: !preferences.sidebarFolded }),
    ),
    scheme('auto', 'as the system'),
    scheme('light', 'light'),
    scheme('dark', 'dark'),
    command('Open the demo', IconFlask, () => actions.openDemo({ readOnly: false, anew: false })),
  ]
}
