import { Combobox, TextInput, useCombobox, VisuallyHidden } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useId, useReducer, type ReactNode } from 'react'
import { count } from '../../lib/numbers.ts'
import classes from './filter-builder.module.css'

/** One line of a {@link PickList}. */
export interface PickOption {
  id: string
  text: string
  /** Beside the text, muted. */
  note?: string | null
  count?: number | null
  isChosen?: boolean
  /** The heading it stands under; options of one heading follow each other. */
  section?: string
}

function sections(options: readonly PickOption[]): [string, PickOption[]][] {
  const lists = new Map<string, PickOption[]>()
  for (const option of options) {
    const name = option.section ?? ''
    lists.set(name, [...(lists.get(name) ?? []), option])
  }
  return [...lists]
}

/** A list that is searched by typing: arrows walk, Enter picks; it stays open. */
export function PickList(props: {
  label: string
  placeholder: string
  text: string
  onText: (text: string) => void
  /** Undefined while they are read. */
  options: readonly PickOption[] | undefined
  onPick: (id: string) => void
  /** What is wrong with the text. */
  error?: string | undefined
  /** Said where there are no options. */
  empty: string
}): ReactNode {
  const { label, placeholder, text, onText, options = [], onPick, error, empty } = props
  const combobox = useCombobox({ opened: true })
  const [, drawAgain] = useReducer((times: number) => times + 1, 0)
  // Only when it is drawn again does the input know the list that it controls, and only by this id.
  useEffect(drawAgain, [drawAgain])
  const listId = useId()
  const shown = options.map(({ id }) => id).join('\n')
  const isFirstMeant = text !== ''
  useEffect(() => {
    if (isFirstMeant) combobox.selectFirstOption()
    else combobox.resetSelectedOption()
    // oxlint-disable-next-line react/exhaustive-deps -- the store is another object at each drawing
  }, [shown, isFirstMeant])
  return (
    <Combobox store={combobox} onOptionSubmit={onPick}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          aria-label={label}
          placeholder={placeholder}
          value={text}
          error={error}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options id={listId} className={classes['options']} aria-label={label}>
        {sections(options).map(([section, list]) =>
          section === '' ? (
            list.map((option) => <Option key={option.id} option={option} />)
          ) : (
            <Combobox.Group key={section} label={section}>
              {list.map((option) => (
                <Option key={option.id} option={option} />
              ))}
            </Combobox.Group>
          ),
        )}
        {options.length === 0 && (
          <Combobox.Empty className={classes['noOption']}>
            {props.options ? empty : 'Looking'}
          </Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox>
  )
}

function Option({ option }: { option: PickOption }): ReactNode {
  const { id, text, note, isChosen } = option
  return (
    <Combobox.Option value={id} active={isChosen ?? false} className={classes['option']}>
      {isChosen !== undefined && (
        <span className={classes['check']}>{isChosen && <IconCheck size={13} aria-hidden />}</span>
      )}
      <span className={classes['optionText']} title={text}>
        {text}
      </span>
      {isChosen && <VisuallyHidden>chosen</VisuallyHidden>}
      {note && (
        <span className={classes['optionNote']} title={note}>
          {note}
        </span>
      )}
      {option.count != null && (
        <span className={classes['optionCount']}>{count(option.count)}</span>
      )}
    </Combobox.Option>
  )
}
