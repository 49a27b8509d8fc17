import { Checkbox, Radio, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState, type ReactNode } from 'react'
import { integer } from '../../../src-shared/contract/schemas/coerced.ts'
import type { FilterLeaf } from '../../lib/filter-grammar-types.ts'
import type { Names } from '../../lib/filter-words.ts'
import { stateTypes } from '../../lib/states.ts'
import { StateBadge } from '../state-badge.tsx'
import classes from './filter-builder.module.css'
import { MomentInput } from './moment-input.tsx'
import { ValueList } from './value-list.tsx'

/** How an editor gives its value: undefined takes it away; while it is typed, it replaces the last. */
export type OnValue = (value: unknown, how?: { replace: boolean }) => void

interface EditorProps {
  leaf: FilterLeaf
  value: unknown
  onValue: OnValue
}

/** The input of one operator, by what it takes. */
export function LeafEditor(props: EditorProps & { names: Names }): ReactNode {
  const { leaf, value, onValue, names } = props
  const texts = Array.isArray(value) ? value.map(String) : []
  switch (leaf.kind) {
    case 'ids':
    case 'texts':
      return (
        <ValueList
          leaf={leaf}
          values={texts}
          names={names}
          onValues={(values) => onValue(values.length > 0 ? values : undefined)}
        />
      )
    case 'states':
      return <StateBoxes leaf={leaf} values={texts} onValue={onValue} />
    case 'moment':
      return (
        <MomentInput
          label={leaf.title}
          moment={typeof value === 'string' ? value : undefined}
          onMoment={(moment) => onValue(moment)}
        />
      )
    case 'flag':
      return <FlagRadios leaf={leaf} value={value} onValue={onValue} />
    case 'like':
      return <TypedInput {...{ leaf, value, onValue }} read={(text) => ({ value: text })} />
    case 'integer':
      return <TypedInput {...{ leaf, value, onValue }} read={readInteger} />
  }
}

function StateBoxes(props: {
  leaf: FilterLeaf
  values: readonly string[]
  onValue: OnValue
}): ReactNode {
  const { leaf, values, onValue } = props
  return (
    <Checkbox.Group
      aria-label={leaf.title}
      value={[...values]}
      onChange={(chosen) => {
        const inOrder = stateTypes.filter((type) => chosen.includes(type))
        onValue(inOrder.length > 0 ? inOrder : undefined)
      }}
    >
      <div className={classes['states']}>
        {stateTypes.map((type, index) => (
          <Checkbox
            key={type}
            value={type}
            label={<StateBadge type={type} />}
            {...(index === 0 ? { 'data-autofocus': true } : {})}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}

function FlagRadios({ leaf, value, onValue }: EditorProps): ReactNode {
  const { words } = leaf
  if (!('whenTrue' in words)) return null
  return (
    <Radio.Group
      aria-label={leaf.title}
      value={typeof value === 'boolean' ? String(value) : null}
      onChange={(chosen) => onValue(chosen === 'true')}
    >
      <div className={classes['radios']}>
        <Radio size="xs" value="true" label={words.whenTrue} data-autofocus />
        <Radio size="xs" value="false" label={words.whenFalse} />
      </div>
    </Radio.Group>
  )
}

type Read = (text: string) => { value: unknown } | { wrong: string }

function readInteger(text: string): ReturnType<Read> {
  const parsed = integer.safeParse(text)
  return parsed.success ? { value: parsed.data } : { wrong: 'A whole number' }
}

/** A text that is applied while it is typed. */
function TypedInput(props: EditorProps & { read: Read }): ReactNode {
  const { leaf, value, onValue, read } = props
  const known = value === undefined || value === null ? '' : String(value)
  const [text, setText] = useState(known)
  const apply = useDebouncedCallback(onValue, { delay: 150, flushOnUnmount: true })
  const answer = text === '' ? { value: undefined } : read(text)
  return (
    <TextInput
      data-autofocus
      aria-label={leaf.title}
      value={text}
      error={'wrong' in answer ? answer.wrong : undefined}
      onChange={(event) => {
        const typed = event.currentTarget.value
        setText(typed)
        const given = typed === '' ? { value: undefined } : read(typed)
        if ('value' in given) apply(given.value, { replace: known !== '' })
      }}
    />
  )
}
