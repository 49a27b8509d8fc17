import { Button, CloseButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Fragment, useEffect, useRef, useState, type ReactNode } from 'react'
import { isTree, valueAt, type FilterPart } from '../../lib/filter-body.ts'
import type { FilterField, FilterLeaf } from '../../lib/filter-grammar-types.ts'
import { emptyTrap, fieldTrap, fieldWarnings } from '../../lib/filter-traps.ts'
import { fieldValue } from '../../lib/filter-field-value.ts'
import type { Names } from '../../lib/filter-words.ts'
import { EditorFocus } from './editor-focus.tsx'
import classes from './filter-builder.module.css'
import { LeafEditor } from './leaf-editor.tsx'
import { OperatorButton } from './operator-button.tsx'

function idOf(leaf: FilterLeaf): string {
  return leaf.path.join('.')
}

/** The operators that are edited: those that are set, or the one that was asked for. */
function firstLeaves(field: FilterField, value: unknown, asked: string | undefined): string[] {
  const set = field.leaves.filter((leaf) => valueAt(value, leaf.path) !== undefined).map(idOf)
  const wanted = asked ?? (set.length === 0 ? field.leaves[0] && idOf(field.leaves[0]) : undefined)
  return wanted === undefined || set.includes(wanted) ? set : [...set, wanted]
}

/** Edits one field of a filter object, with every operator that Prefect has for it. */
export function FieldEditor(props: {
  field: FilterField
  part: FilterPart
  value: unknown
  /** How its rows are joined to those of the screen. */
  note?: string | undefined
  /** The operator to begin with: `type.any_`. */
  leaf?: string | undefined
  names: Names
  onValue: (value: unknown, how?: { replace: boolean }) => void
}): ReactNode {
  const { field, part, value, names, onValue } = props
  const [open, setOpen] = useState(() => firstLeaves(field, value, props.leaf))
  const [added, setAdded] = useState<string | null>(null)
  const shown = field.leaves.filter((leaf) => open.includes(idOf(leaf)))
  const others = field.leaves.filter((leaf) => !open.includes(idOf(leaf)))
  const operator = isTree(value) && value['operator'] === 'or_' ? 'or_' : 'and_'
  const warnings = fieldWarnings(part, field.key, value)
  const trap = fieldTrap(field, value)
  return (
    <EditorFocus>
      {shown.map((leaf, index) => (
        <Fragment key={idOf(leaf)}>
          {index > 0 && (
            <OperatorButton
              operator={operator}
              {...(field.hasOperator && {
                onOperator: (next) => onValue(fieldValue(value, ['operator'], next)),
              })}
            />
          )}
          <LeafRow
            leaf={leaf}
            isAdded={added === idOf(leaf)}
            value={valueAt(value, leaf.path)}
            names={names}
            onValue={(at, how) => onValue(fieldValue(value, leaf.path, at), how)}
            {...(shown.length > 1 && {
              onRemove: () => {
                setOpen(open.filter((id) => id !== idOf(leaf)))
                onValue(fieldValue(value, leaf.path, undefined))
              },
            })}
          />
        </Fragment>
      ))}
      {trap && !warnings.includes(trap) && <p className={classes['hint']}>{trap}</p>}
      {props.note && <p className={classes['hint']}>{props.note}</p>}
      {warnings.map((warning) => (
        <p key={warning} className={classes['trap']}>
          {warning}
        </p>
      ))}
      {others.length > 0 && (
        <div className={classes['others']}>
          {others.map((leaf) => (
            <Button
              key={idOf(leaf)}
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={12} />}
              onClick={() => {
                setOpen([...open, idOf(leaf)])
                setAdded(idOf(leaf))
              }}
            >
              {leaf.title}
            </Button>
          ))}
        </div>
      )}
    </EditorFocus>
  )
}

function LeafRow(props: {
  /** It was just added, and gets the focus. */
  isAdded: boolean
  leaf: FilterLeaf
  value: unknown
  names: Names
  onValue: (value: unknown, how?: { replace: boolean }) => void
  onRemove?: () => void
}): ReactNode {
  const { leaf, value, names, onValue, onRemove } = props
  const empty = emptyTrap(leaf, value)
  const section = useRef<HTMLElement>(null)
  const { isAdded } = props
  useEffect(() => {
    if (isAdded) section.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  }, [isAdded])
  return (
    <section ref={section} aria-label={leaf.title}>
      <div className={classes['leafHead']}>
        <span>{leaf.title}</span>
        <code>{leaf.path.join('.')}</code>
        {onRemove && (
          <CloseButton
            size={18}
            iconSize={13}
            aria-label={`Remove: ${leaf.title}`}
            onClick={onRemove}
          />
        )}
      </div>
      <LeafEditor leaf={leaf} value={value} names={names} onValue={onValue} />
      {leaf.trap && <p className={classes['hint']}>{leaf.trap}</p>}
      {empty && <p className={classes['trap']}>{empty}</p>}
    </section>
  )
}
