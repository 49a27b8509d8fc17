import { ActionIcon, Button, Checkbox, Popover, Tooltip } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconColumns3,
  IconPin,
  IconPinFilled,
} from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import {
  layoutAsAtFirst,
  type TableLayout,
} from '../../../src-shared/contract/schemas/preferences.ts'
import {
  placeColumns,
  withColumnMoved,
  withColumnPinned,
  withColumnShown,
  type ColumnPlaces,
} from './column-layout.ts'
import classes from './column-menu.module.css'
import type { TableColumn } from './table-column.ts'

interface ColumnMenuProps<Row> {
  columns: readonly TableColumn<Row>[]
  layout: TableLayout
  onLayout: (layout: TableLayout) => void
}

/** Shows, hides, pins and moves a table's columns, and shows them as at first. */
export function ColumnMenu<Row>(props: ColumnMenuProps<Row>): ReactNode {
  const { columns, layout, onLayout } = props
  const [isOpen, setOpen] = useState(false)
  const places = placeColumns(columns, layout)
  const byId = new Map(columns.map((column) => [column.id, column]))
  const shown = places.shown.flatMap((id) => byId.get(id) ?? [])
  const hidden = columns.filter(({ id }) => !places.shown.includes(id))
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      trapFocus
      returnFocus
      withRoles
    >
      <Popover.Target>
        <Tooltip label="Columns" disabled={isOpen}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Columns"
            onClick={() => setOpen(!isOpen)}
          >
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns" p={8}>
        <ul className={classes['list']}>
          {[...shown, ...hidden].map((column) => (
            <ColumnItem key={column.id} {...props} column={column} places={places} />
          ))}
        </ul>
        <div className={classes['foot']}>
          <Button variant="subtle" size="compact-xs" onClick={() => onLayout(layoutAsAtFirst)}>
            Show as at first
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function ColumnItem<Row>(
  props: ColumnMenuProps<Row> & { column: TableColumn<Row>; places: ColumnPlaces },
): ReactNode {
  const { columns, layout, onLayout, column, places } = props
  const { id, title, fixed } = column
  const isShown = places.shown.includes(id)
  const isPinned = places.pinned.includes(id)
  const part = isPinned ? places.pinned : places.shown.slice(places.pinned.length)
  const move = (by: -1 | 1): void => onLayout(withColumnMoved(columns, layout, { id, by }))
  const Pin = isPinned ? IconPinFilled : IconPin
  return (
    <li data-part-end={(isShown && part.at(-1) === id) || undefined}>
      <Checkbox
        label={title}
        checked={isShown}
        disabled={fixed === true}
        onChange={() => onLayout(withColumnShown(columns, layout, { id, isShown: !isShown }))}
      />
      {isShown && (
        <>
          <SmallButton label={`Move ${title} up`} isDisabled={part[0] === id} run={() => move(-1)}>
            <IconArrowUp size={14} />
          </SmallButton>
          <SmallButton
            label={`Move ${title} down`}
            isDisabled={part.at(-1) === id}
            run={() => move(1)}
          >
            <IconArrowDown size={14} />
          </SmallButton>
          <SmallButton
            label={isPinned ? `Unpin ${title}` : `Pin ${title}`}
            run={() => onLayout(withColumnPinned(columns, layout, { id, isPinned: !isPinned }))}
          >
            <Pin size={14} />
          </SmallButton>
        </>
      )}
    </li>
  )
}

function SmallButton(props: {
  label: string
  isDisabled?: boolean
  run: () => void
  children: ReactNode
}): ReactNode {
  const { label, isDisabled, run, children } = props
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
      title={label}
      // A disabled button would lose the focus when a column comes to its end.
      aria-disabled={isDisabled}
      className={classes['small']}
      onClick={() => !isDisabled && run()}
    >
      {children}
    </ActionIcon>
  )
}
