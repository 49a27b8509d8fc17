import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { TableLayout } from '../../../src-shared/contract/schemas/preferences.ts'
import type { TableColumn } from './table-column.ts'

/** Shows and hides a table's columns, and gives them their first widths back. */
export function ColumnMenu<Row>(props: {
  columns: readonly TableColumn<Row>[]
  layout: TableLayout
  onLayout: (layout: TableLayout) => void
}): ReactNode {
  const { columns, layout, onLayout } = props
  const toggle = (id: string): void => {
    const isHidden = layout.hidden.includes(id)
    const hidden = isHidden ? layout.hidden.filter((other) => other !== id) : [...layout.hidden, id]
    onLayout({ ...layout, hidden })
  }
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Tooltip label="Columns">
          <ActionIcon variant="subtle" color="gray" aria-label="Columns">
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Columns</Menu.Label>
        {columns
          .filter((column) => !column.pinned)
          .map((column) => (
            <Menu.CheckboxItem
              key={column.id}
              checked={!layout.hidden.includes(column.id)}
              onChange={() => toggle(column.id)}
            >
              {column.title}
            </Menu.CheckboxItem>
          ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onLayout({ hidden: [], widths: {} })}>Show as at first</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
