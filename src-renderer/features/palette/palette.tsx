import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useId, useState, type ReactNode } from 'react'
import { setShellWindow } from '../../lib/shell-windows.ts'
import { grouped, matching, type Entry } from './entry.ts'
import { linkEntry } from './link-entry.ts'
import classes from './palette.module.css'
import { useCommands } from './use-commands.ts'
import { useFound } from './use-found.ts'

/** Typing rests for so long before the database is searched, in milliseconds. */
const restAfterTyping = 120

/** Goes to whatever is typed: a screen, a flow, a run by its id or name, a limit, a tag, a command. */
export function Palette(): ReactNode {
  const close = (): void => setShellWindow(null)
  return (
    <Modal.Root opened onClose={close} size={640} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label="Go to">
        <Modal.Body p={0}>
          <PaletteList onDone={close} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function PaletteList({ onDone }: { onDone: () => void }): ReactNode {
  const { history } = useRouter()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), restAfterTyping)
  const goTo = (link: string): void => history.push(link.slice(1))
  const found = useFound(asked, goTo)
  const commands = matching(useCommands(goTo), text)
  // What was typed exactly is more likely a thing of the database than a command.
  const entries = text.trim() === '' ? commands : [...linkEntry(text, goTo), ...found, ...commands]
  const combobox = useCombobox({ opened: true })
  // Without an id of its own the field would name a list that is not there.
  const listId = useId()
  const shown = entries.map(({ id }) => id).join('\n')
  useEffect(() => {
    combobox.selectFirstOption()
    // oxlint-disable-next-line react/exhaustive-deps -- the store is another object at each drawing
  }, [shown])
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const entry = entries.find((one) => one.id === id)
        onDone()
        entry?.run()
      }}
    >
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          size="md"
          variant="unstyled"
          aria-label="Go to"
          placeholder="Flow, run, deployment, limit, tag, command, or a link"
          leftSection={<IconSearch size={16} />}
          value={text}
          classNames={{ input: classes['input'] ?? '' }}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onDone()
          }}
        />
      </Combobox.EventsTarget>
      <Combobox.Options id={listId} className={classes['list']} aria-label="Found">
        {grouped(entries).map(([group, list]) => (
          <Combobox.Group key={group} label={group}>
            {list.map((entry) => (
              <PaletteOption key={entry.id} entry={entry} />
            ))}
          </Combobox.Group>
        ))}
        {entries.length === 0 && <Combobox.Empty>Nothing has this name or id</Combobox.Empty>}
      </Combobox.Options>
    </Combobox>
  )
}

function PaletteOption({ entry }: { entry: Entry }): ReactNode {
  const { id, name, note, Icon, color } = entry
  return (
    <Combobox.Option value={id} className={classes['option']}>
      <Icon size={15} stroke={1.8} aria-hidden style={{ color }} />
      <span className={classes['name']}>{name}</span>
      {note && <span className={classes['note']}>{note}</span>}
    </Combobox.Option>
  )
}
