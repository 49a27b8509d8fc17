import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconEdit, IconInfoCircle, IconRestore, IconTrash } from '@tabler/icons-react'
import type { MouseEvent, ReactNode } from 'react'
import type { MenuItem } from '../../components/data-table/menu-item.ts'
import { slotsInUse } from '../../lib/slots.ts'
import { useNow } from '../../lib/use-now.ts'
import { limitTitle, type LimitRow } from './limit-row.ts'
import classes from './limits.module.css'

/** What can be done with a limit. */
export type LimitAct = 'details' | 'reset' | 'edit' | 'delete'

/** Handed to every place that offers acts. */
export interface LimitActs {
  /** False in a database that is open for reading only. */
  canWrite: boolean
  onAct: (act: LimitAct, row: LimitRow) => void
}

/** Clicks here are not clicks on the row. */
function stop(event: MouseEvent): void {
  event.stopPropagation()
}

/**
 * A row's acts for the mouse. They are no stops of the Tab key, of which a table has one: there,
 * Enter opens the details, which have them all.
 */
export function RowActions(props: LimitActs & { row: LimitRow }): ReactNode {
  const { row, canWrite, onAct } = props
  const used = slotsInUse(row, useNow())
  const title = limitTitle(row)
  return (
    <span className={classes['actions']} onClick={stop} onDoubleClick={stop}>
      {canWrite && used > 0 && (
        <Button
          variant="default"
          size="compact-xs"
          fw={400}
          tabIndex={-1}
          aria-label={`Reset ${title}`}
          onClick={() => onAct('reset', row)}
        >
          Reset
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            tabIndex={-1}
            aria-label={`More for ${title}`}
          >
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconInfoCircle size={14} />}
            onClick={() => onAct('details', row)}
          >
            Details
          </Menu.Item>
          {canWrite && <WriteItems row={row} onAct={onAct} />}
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}

/** {@link RowActions} in the row's context menu. */
export function limitMenu(row: LimitRow, { canWrite, onAct }: LimitActs): MenuItem[] {
  const item = (label: string, act: LimitAct, icon: ReactNode): MenuItem => {
    return { label, icon, isHarmful: act === 'delete', run: () => onAct(act, row) }
  }
  const details = item('Details', 'details', <IconInfoCircle size={14} />)
  if (!canWrite) return [details]
  return [
    details,
    item('Reset', 'reset', <IconRestore size={14} />),
    item('Edit', 'edit', <IconEdit size={14} />),
    item('Delete', 'delete', <IconTrash size={14} />),
  ]
}

function WriteItems({ row, onAct }: Pick<LimitActs, 'onAct'> & { row: LimitRow }): ReactNode {
  return (
    <>
      <Menu.Item leftSection={<IconRestore size={14} />} onClick={() => onAct('reset', row)}>
        Reset
      </Menu.Item>
      <Menu.Item leftSection={<IconEdit size={14} />} onClick={() => onAct('edit', row)}>
        Edit
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        c="var(--sl-danger)"
        leftSection={<IconTrash size={14} />}
        onClick={() => onAct('delete', row)}
      >
        Delete
      </Menu.Item>
    </>
  )
}
