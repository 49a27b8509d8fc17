import { Button, NativeSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Labelled } from '../../../src-shared/contract/schemas/facet.ts'
import {
  labelCondition,
  type LabelCondition,
  type LabelMatch,
} from '../../../src-shared/contract/schemas/label-filter.ts'
import { labelAskWords, labelTypeWords } from '../../lib/filter-words-labels.ts'
import { EditorFocus } from './editor-focus.tsx'
import classes from './filter-builder.module.css'
import { PickList } from './pick-list.tsx'
import { useSuggestionSource } from './suggestion-source.tsx'

interface Draft {
  key: string
  is: LabelCondition['is']
  type: LabelMatch['type']
  /** Null until it is given: an empty text is a value too. */
  value: string | null
}

function draftOf(condition: LabelCondition | undefined): Draft {
  const value = condition && 'value' in condition ? condition.value : null
  return {
    key: condition?.key ?? '',
    is: condition?.is ?? 'is',
    type: value?.type ?? 'string',
    value: value?.value ?? null,
  }
}

/** The condition that a draft is; null as long as it is none. */
function conditionOf({ key, is, type, value }: Draft): LabelCondition | null {
  const asked = is === 'has' || is === 'has_not' ? { is, key } : { is, key, value: { type, value } }
  const parsed = labelCondition.safeParse(asked)
  return parsed.success ? parsed.data : null
}

/** Edits one condition on a label: its key, whether it is there, its typed value. */
export function LabelEditor(props: {
  of: Labelled
  condition: LabelCondition | undefined
  onCondition: (condition: LabelCondition) => void
}): ReactNode {
  const { of, condition, onCondition } = props
  const [draft, setDraft] = useState(() => draftOf(condition))
  const [hasKey, setHasKey] = useState(condition !== undefined)
  const change = (next: Partial<Draft>): void => {
    const changed = { ...draft, ...next }
    setDraft(changed)
    const asked = conditionOf(changed)
    if (asked) onCondition(asked)
  }
  const note = 'Prefect’s API cannot ask for labels: this is not in the JSON and not in curl.'
  if (!hasKey) {
    return (
      <EditorFocus>
        <KeyList
          of={of}
          onKey={(key) => {
            setHasKey(true)
            setDraft({ ...draft, key })
          }}
        />
        <p className={classes['hint']}>{note}</p>
      </EditorFocus>
    )
  }
  const asksValue = draft.is === 'is' || draft.is === 'is_not'
  return (
    <EditorFocus>
      <div className={classes['leafHead']}>
        <span className={classes['optionText']}>{draft.key}</span>
        <Button size="compact-xs" variant="subtle" onClick={() => setHasKey(false)}>
          Other key
        </Button>
      </div>
      <div className={classes['fields']}>
        <NativeSelect
          data-autofocus
          aria-label="Condition"
          size="xs"
          value={draft.is}
          data={Object.entries(labelAskWords).map(([value, label]) => ({ value, label }))}
          onChange={(event) => change({ is: event.currentTarget.value as Draft['is'] })}
        />
        {asksValue && (
          <NativeSelect
            aria-label="Type of the value"
            size="xs"
            value={draft.type}
            data={Object.entries(labelTypeWords).map(([value, label]) => ({ value, label }))}
            onChange={(event) => change({ type: event.currentTarget.value as Draft['type'] })}
          />
        )}
      </div>
      {asksValue && <LabelValue of={of} draft={draft} onValue={change} />}
      {draft.is === 'is_not' && (
        <p className={classes['hint']}>
          Rows without the key match too, and rows whose value has another type.
        </p>
      )}
      <p className={classes['hint']}>{note}</p>
    </EditorFocus>
  )
}

function KeyList({ of, onKey }: { of: Labelled; onKey: (key: string) => void }): ReactNode {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text, 120)
  const source = useSuggestionSource()
  const keys = useQuery({
    ...source.labelKeys({ of, text: asked }),
    placeholderData: keepPreviousData,
  }).data
  const known = (keys ?? []).map(({ key, count }) => ({ id: key, text: key, count }))
  const isNew = text !== '' && !known.some(({ id }) => id === text)
  return (
    <PickList
      label="Key of the label"
      placeholder="Key"
      text={text}
      onText={setText}
      options={keys && [...known, ...(isNew ? [{ id: text, text: `The key “${text}”` }] : [])]}
      onPick={onKey}
      empty="No row has labels"
    />
  )
}

const wrongValue: Readonly<Record<LabelMatch['type'], string>> = {
  string: '',
  integer: 'A whole number, such as 3',
  float: 'A decimal number, such as 0.5',
  boolean: 'true or false',
}

/** The value: one of the database, which brings its type, or what is typed, of the chosen type. */
function LabelValue(props: {
  of: Labelled
  draft: Draft
  onValue: (change: Partial<Draft>) => void
}): ReactNode {
  const { of, draft, onValue } = props
  const [text, setText] = useState(draft.value ?? '')
  const [asked] = useDebouncedValue(text, 120)
  const source = useSuggestionSource()
  const found = useQuery({
    ...source.labelValues({ of, key: draft.key, text: asked }),
    placeholderData: keepPreviousData,
  }).data
  // The others are no labels to Prefect, and cannot be asked for.
  const readable = (found ?? []).flatMap(({ entry, count }) => {
    const { kind, text: value } = entry
    return kind in labelTypeWords ? [{ type: kind as LabelMatch['type'], value, count }] : []
  })
  const isWrong = draft.value !== null && conditionOf(draft) === null
  return (
    <PickList
      label="Value of the label"
      placeholder="Value"
      text={text}
      onText={(typed) => {
        setText(typed)
        onValue({ value: typed })
      }}
      options={
        found &&
        readable.map(({ type, value, count }) => ({
          id: JSON.stringify([type, value]),
          text: value,
          note: labelTypeWords[type],
          count,
          isChosen: type === draft.type && value === draft.value,
        }))
      }
      onPick={(id) => {
        const [type, value] = JSON.parse(id) as [LabelMatch['type'], string]
        setText(value)
        onValue({ type, value })
      }}
      error={isWrong ? wrongValue[draft.type] : undefined}
      empty="No row has such a value"
    />
  )
}
