import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconArrowsHorizontal,
  IconCopy,
  IconEyeOff,
  IconLink,
  IconPin,
  IconPinnedOff,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { count } from '../../lib/numbers.ts'
import {
  placeColumns,
  withColumnMoved,
  withColumnPinned,
  withColumnShown,
} from './column-layout.ts'
import { copyCell, copyId, copyLink, copyRows } from './grid-acts.ts'
import { fittingWidth } from './grid-dom.ts'
import type { MenuItem } from './menu-item.ts'
import { PointMenu } from './point-menu.tsx'
import type { Grid } from './use-grid.ts'

/** The context menu of a cell or of a column's head, where one is open. */
export function GridMenu<Row extends object>({ grid }: { grid: Grid<Row> }): ReactNode {
  const { menu, setMenu, props } = grid
  if (!menu) return null
  const items = menu.row
    ? rowItems(grid, menu.row, menu.column)
    : menu.column === null
      ? []
      : headItems(grid, menu.column)
  const title = props.columns.find(({ id }) => id === menu.column)?.title ?? ''
  return (
    <PointMenu
      label={menu.row ? props.rowLabel(menu.row) : title}
      at={menu.at}
      items={items}
      onClose={() => {
        setMenu(null)
        grid.window.element.current?.focus({ preventScroll: true })
      }}
    />
  )
}

const icon = { size: 14, 'aria-hidden': true } as const

function rowItems<Row extends object>(
  grid: Grid<Row>,
  row: Row,
  column: string | null,
): MenuItem[] {
  const { props, selection } = grid
  const isOne = selection.rows.length < 2 || !selection.ids.has(props.rowId(row))
  const about = isOne ? [row] : selection.rows
  const own = props.rowMenu?.(row, about) ?? []
  const items: MenuItem[] = own.length > 0 ? [...own, 'divider'] : []
  if (column !== null) {
    const run = (): void => copyCell(grid, row, column)
    items.push({ label: 'Copy cell', icon: <IconCopy {...icon} />, run })
  }
  items.push({
    label: isOne ? 'Copy row' : `Copy ${count(about.length)} rows`,
    icon: <IconCopy {...icon} />,
    run: () => copyRows(grid, about),
  })
  items.push({ label: 'Copy id', icon: <IconCopy {...icon} />, run: () => copyId(grid, row) })
  if (props.rowLink) {
    const run = (): void => copyLink(grid, row)
    items.push({ label: 'Copy link', icon: <IconLink {...icon} />, run })
  }
  return items
}

function headItems<Row extends object>(grid: Grid<Row>, id: string): MenuItem[] {
  const { props, columns } = grid
  const { columns: all, layout, onLayout, onSorting } = props
  const column = columns.table.getColumn(id)
  const isFixed = all.find((other) => other.id === id)?.fixed === true
  const { shown, pinned } = placeColumns(all, layout)
  const isPinned = pinned.includes(id)
  const part = isPinned ? pinned : shown.slice(pinned.length)
  const move = (by: -1 | 1) => (): void => onLayout(withColumnMoved(all, layout, { id, by }))
  const sort = (descending: boolean) => (): void => onSorting({ column: id, descending })
  const sorting: MenuItem[] = column?.getCanSort()
    ? [
        { label: 'Sort ascending', icon: <IconArrowUp {...icon} />, run: sort(false) },
        { label: 'Sort descending', icon: <IconArrowDown {...icon} />, run: sort(true) },
        'divider',
      ]
    : []
  return [
    ...sorting,
    {
      label: 'Move left',
      icon: <IconArrowLeft {...icon} />,
      isDisabled: part[0] === id,
      run: move(-1),
    },
    {
      label: 'Move right',
      icon: <IconArrowRight {...icon} />,
      isDisabled: part.at(-1) === id,
      run: move(1),
    },
    {
      label: isPinned ? 'Unpin' : 'Pin',
      icon: isPinned ? <IconPinnedOff {...icon} /> : <IconPin {...icon} />,
      run: () => onLayout(withColumnPinned(all, layout, { id, isPinned: !isPinned })),
    },
    {
      label: 'Fit width',
      icon: <IconArrowsHorizontal {...icon} />,
      run: () => columns.setWidth(id, fittingWidth(grid, id)),
    },
    {
      label: 'Hide',
      icon: <IconEyeOff {...icon} />,
      isDisabled: isFixed,
      run: () => onLayout(withColumnShown(all, layout, { id, isShown: false })),
    },
  ]
}
