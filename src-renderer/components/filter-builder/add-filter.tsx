import { Button, Popover } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import type { FilterScreen } from '../../lib/filter-body.ts'
import { choicesOf, matchingChoices, type ChoiceAct } from '../../lib/filter-choices.ts'
import classes from './filter-builder.module.css'
import { PickList } from './pick-list.tsx'

/** "Add filter": every condition there is, the common ones first, found by typing. */
export function AddFilter(props: {
  screen: FilterScreen
  onAct: (act: ChoiceAct) => void
}): ReactNode {
  const { screen, onAct } = props
  const [isOpen, setIsOpen] = useState(false)
  const choices = useMemo(() => choicesOf(screen), [screen])
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-start"
      width={380}
      trapFocus
      withRoles={false}
    >
      <Popover.Target>
        <Button
          data-add-filter
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          Add filter
        </Button>
      </Popover.Target>
      <Popover.Dropdown
        data-filter-editor
        role="dialog"
        aria-label="Add filter"
        className={classes['menu']}
      >
        <ChoiceList
          choices={choices}
          onAct={(act) => {
            setIsOpen(false)
            onAct(act)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

function ChoiceList(props: {
  choices: ReturnType<typeof choicesOf>
  onAct: (act: ChoiceAct) => void
}): ReactNode {
  const { choices, onAct } = props
  const [text, setText] = useState('')
  return (
    <PickList
      label="Condition"
      placeholder="State, tag, start, label, any_"
      text={text}
      onText={setText}
      options={matchingChoices(choices, text).map(({ id, section, title, note }) => ({
        id,
        section,
        text: title,
        ...(note ? { note } : {}),
      }))}
      onPick={(id) => {
        const picked = choices.find((choice) => choice.id === id)
        if (picked) onAct(picked.act)
      }}
      empty="No such condition"
    />
  )
}
