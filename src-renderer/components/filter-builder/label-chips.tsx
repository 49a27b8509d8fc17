import { Fragment, type ReactNode } from 'react'
import type { Labelled } from '../../../src-shared/contract/schemas/facet.ts'
import type { LabelFilters } from '../../../src-shared/contract/schemas/label-filter.ts'
import { labelWords, withCondition } from '../../lib/filter-words-labels.ts'
import { Chip } from './chip.tsx'
import classes from './filter-builder.module.css'
import { LabelEditor } from './label-editor.tsx'
import type { OpenChip, SetOpenChip } from './open-chip.ts'
import { OperatorButton } from './operator-button.tsx'

/** The chips of the conditions on the labels of one object, and of the one that is being added. */
export function LabelChips(props: {
  of: Labelled
  labels: LabelFilters
  open: OpenChip | null
  onOpen: SetOpenChip
  onLabels: (labels: LabelFilters) => void
}): ReactNode {
  const { of, labels, open, onOpen, onLabels } = props
  const { operator = 'and_', conditions = [] } = labels[of] ?? {}
  const openIndex = open?.kind === 'label' && open.of === of ? open.index : null
  const places = Math.max(conditions.length, (openIndex ?? -1) + 1)
  if (places === 0) return null
  return (
    <span role="group" aria-label="Labels" className={classes['group']}>
      {Array.from({ length: places }, (_, index) => {
        const condition = conditions[index]
        return (
          <Fragment key={index}>
            {index > 0 && (
              <OperatorButton
                operator={operator}
                onOperator={(next) => onLabels({ ...labels, [of]: { operator: next, conditions } })}
              />
            )}
            <Chip
              words={condition ? labelWords(of, condition) : 'label'}
              isOpen={openIndex === index}
              onOpen={() => onOpen({ kind: 'label', of, index })}
              onClose={() => onOpen(null)}
              onRemove={() => onLabels(withCondition(labels, { of, index }, undefined))}
            >
              <LabelEditor
                of={of}
                condition={condition}
                onCondition={(next) => onLabels(withCondition(labels, { of, index }, next))}
              />
            </Chip>
          </Fragment>
        )
      })}
    </span>
  )
}
