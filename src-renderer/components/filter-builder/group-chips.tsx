import { Fragment, type ReactNode } from 'react'
import {
  withValue,
  type FilterBody,
  type FilterPart,
  type FilterScreen,
} from '../../lib/filter-body.ts'
import { fieldOf, joinWords } from '../../lib/filter-grammar.ts'
import { fieldWarnings } from '../../lib/filter-traps.ts'
import { fieldWords, groupWords, type Names } from '../../lib/filter-words.ts'
import { Chip } from './chip.tsx'
import { FieldEditor } from './field-editor.tsx'
import classes from './filter-builder.module.css'
import { OperatorButton } from './operator-button.tsx'
import type { OpenChip, SetOpenChip } from './open-chip.ts'

/** One filter object of the body: how it is joined to the rows, and a chip for each of its fields. */
export function GroupChips(props: {
  screen: FilterScreen
  part: FilterPart
  filter: FilterBody
  names: Names
  open: OpenChip | null
  onOpen: SetOpenChip
  onFilter: (filter: FilterBody, how?: { replace: boolean }) => void
}): ReactNode {
  const { screen, part, filter, names, open, onOpen, onFilter } = props
  const { group, operator, fields } = part
  const words = groupWords(screen, group, fields.length === 0)
  if (fields.length === 0) {
    return (
      <Chip
        words={words ?? ''}
        isOpen={false}
        onOpen={() => {}}
        onClose={() => {}}
        onRemove={() => onFilter(withValue(filter, [group], undefined))}
      />
    )
  }
  return (
    <span role="group" aria-label={words ?? 'Conditions'} className={classes['group']}>
      {words && <span className={classes['groupWords']}>{words}</span>}
      {fields.map(({ key, value }, index) => {
        const field = fieldOf(group, key)
        if (!field) return null
        const isOpen = open?.kind === 'field' && open.group === group && open.key === key
        return (
          <Fragment key={key}>
            {index > 0 && (
              <OperatorButton
                operator={operator}
                onOperator={(next) =>
                  onFilter(
                    withValue(filter, [group, 'operator'], next === 'or_' ? next : undefined),
                  )
                }
              />
            )}
            <Chip
              words={value === undefined ? field.title : fieldWords(field, value, names)}
              warnings={value === undefined ? [] : fieldWarnings(part, key, value)}
              isOpen={isOpen}
              onOpen={() => onOpen({ kind: 'field', group, key })}
              onClose={() => onOpen(null)}
              onRemove={() => onFilter(withValue(filter, [group, key], undefined))}
            >
              <FieldEditor
                field={field}
                part={part}
                value={value}
                note={joinWords[screen][group]?.note}
                leaf={isOpen ? open.leaf : undefined}
                names={names}
                onValue={(next, how) => onFilter(withValue(filter, [group, key], next), how)}
              />
            </Chip>
          </Fragment>
        )
      })}
    </span>
  )
}
