import { Button } from '@mantine/core'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { labelled } from '../../../src-shared/contract/schemas/facet.ts'
import type { LabelFilters } from '../../../src-shared/contract/schemas/label-filter.ts'
import {
  asksAnything,
  groupsOf,
  isTree,
  partsOf,
  type BodyPath,
  type FilterBody,
  type FilterScreen,
} from '../../lib/filter-body.ts'
import type { ChoiceAct } from '../../lib/filter-choices.ts'
import type { Names } from '../../lib/filter-words.ts'
import { AddFilter } from './add-filter.tsx'
import { Chip } from './chip.tsx'
import classes from './filter-builder.module.css'
import { GroupChips } from './group-chips.tsx'
import { LabelChips } from './label-chips.tsx'
import { withOpenField, type OpenChip } from './open-chip.ts'

/** What a filter is made of, and how it changes. */
export interface FilterBuilderProps {
  screen: FilterScreen
  filter: FilterBody
  onFilter: (filter: FilterBody, how?: { replace: boolean }) => void
  labels: LabelFilters
  onLabels: (labels: LabelFilters) => void
  neverRan: boolean
  onNeverRan: (neverRan: boolean) => void
  onClear: () => void
  /** The place of the quick search: a field that holds nothing else is not shown again as a chip. */
  quick?: BodyPath | undefined
  /** Names by id. */
  names: Names
}

/** Whether all that a filter asks is what the quick search shows. */
function isQuickAlone(filter: FilterBody, quick: BodyPath | undefined): boolean {
  if (!quick) return false
  const [group = '', key = '', leaf = ''] = quick
  const tree: unknown = filter[group as keyof FilterBody]
  if (!isTree(tree) || Object.keys(tree).join() !== key) return false
  const field = tree[key]
  return isTree(field) && Object.keys(field).join() === leaf
}

/** Where the focus goes when what has it is gone. */
interface NextFocus {
  line: HTMLElement | null
  /** The place among the chips; null: "Add filter". */
  chip: number | null
  /** The editor that is on its way out: in it the focus cannot stay. */
  leaving?: Element | null | undefined
}

function focusLater({ line, chip, leaving }: NextFocus): void {
  setTimeout(() => {
    const { activeElement } = document
    const isLost = activeElement === document.body || leaving?.contains(activeElement)
    if (activeElement && !isLost) return
    const chips = line?.querySelectorAll<HTMLElement>('[data-chip]') ?? []
    const next = chip === null ? undefined : chips[Math.min(chip, chips.length - 1)]
    const target = next ?? line?.querySelector<HTMLElement>('[data-add-filter]')
    target?.focus()
  }, 20)
}

function openEditor(): Element | null | undefined {
  return document.activeElement?.closest('[data-filter-editor]')
}

function placeOf(line: HTMLElement | null, is: (chip: Element) => boolean): number | null {
  const at = [...(line?.querySelectorAll('[data-chip]') ?? [])].findIndex(is)
  return at < 0 ? null : at
}

/** The conditions as chips in words, "Add filter" and "Clear all". */
export function FilterBuilder(props: FilterBuilderProps): ReactNode {
  const { screen, filter, labels, neverRan, quick, names } = props
  const line = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<OpenChip | null>(null)
  const parts = useMemo(() => {
    const all = withOpenField(partsOf(filter, groupsOf[screen]), open, groupsOf[screen])
    const isHidden = isQuickAlone(filter, quick)
    return all.filter(
      (part) => !(isHidden && part.group === quick?.[0] && part.fields.length === 1),
    )
  }, [filter, screen, open, quick])
  // A chip that is removed takes the focus with it: the one in its place gets it.
  const keepFocus = (): void => {
    const chip = placeOf(line.current, (one) =>
      Boolean(one.parentElement?.contains(document.activeElement)),
    )
    focusLater({ line: line.current, chip })
  }
  const close = (next: OpenChip | null): void => {
    const chip = placeOf(line.current, (one) => one.getAttribute('aria-expanded') === 'true')
    if (!next) focusLater({ line: line.current, chip, leaving: openEditor() })
    setOpen(next)
  }
  const onFilter: FilterBuilderProps['onFilter'] = (next, how) => {
    keepFocus()
    props.onFilter(next, how)
  }
  const onLabels = (next: LabelFilters): void => {
    keepFocus()
    props.onLabels(next)
  }
  const act = (chosen: ChoiceAct): void => {
    if (chosen.do === 'edit') setOpen({ kind: 'field', ...chosen })
    if (chosen.do === 'set') onFilter(chosen.change(filter))
    if (chosen.do === 'neverRan') props.onNeverRan(true)
    if (chosen.do === 'label') {
      setOpen({ kind: 'label', of: chosen.of, index: labels[chosen.of]?.conditions.length ?? 0 })
    }
    if (chosen.do === 'set' || chosen.do === 'neverRan') {
      focusLater({ line: line.current, chip: null, leaving: openEditor() })
    }
  }
  const asks = asksAnything(filter) || Object.keys(labels).length > 0 || neverRan
  return (
    <div ref={line} className={classes['line']}>
      {parts.map((part) => (
        <GroupChips
          key={part.group}
          {...{ screen, part, filter, names, open, onFilter }}
          onOpen={close}
        />
      ))}
      {labelled.options.map((of) => (
        <LabelChips key={of} {...{ of, labels, open, onLabels }} onOpen={close} />
      ))}
      {neverRan && (
        <Chip
          words="never ran"
          isOpen={false}
          onOpen={() => {}}
          onClose={() => {}}
          onRemove={() => {
            keepFocus()
            props.onNeverRan(false)
          }}
        />
      )}
      <AddFilter screen={screen} onAct={act} />
      {asks && (
        <Button
          variant="subtle"
          size="compact-sm"
          color="gray"
          onClick={() => {
            setOpen(null)
            props.onClear()
            focusLater({ line: line.current, chip: null })
          }}
        >
          Clear all
        </Button>
      )}
    </div>
  )
}
