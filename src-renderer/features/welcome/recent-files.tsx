import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { RecentDatabase } from '../../../src-shared/contract/schemas/recent-database.ts'
import { Moment } from '../../components/moment.tsx'
import { Nothing } from '../../components/nothing.tsx'
import { bytes } from '../../lib/numbers.ts'
import { FilePath } from './file-path.tsx'
import { FileTable } from './file-table.tsx'
import classes from './welcome.module.css'

interface RecentProps {
  /** The path that is being opened. */
  opening: string | null
  onOpen: (path: string) => void
  onForget: (path: string) => void
}

/** The databases that were opened before, the last one first. */
export function RecentFiles(
  props: RecentProps & { databases: readonly RecentDatabase[] },
): ReactNode {
  const { databases, ...rest } = props
  return (
    <FileTable label="Recent databases" fact="Last opened">
      {databases.map((database) => (
        <RecentRow key={database.path} database={database} {...rest} />
      ))}
    </FileTable>
  )
}

function RecentRow(props: RecentProps & { database: RecentDatabase }): ReactNode {
  const { database, opening, onOpen, onForget } = props
  const { path, opened, exists, size, modified } = database
  return (
    <tr>
      <td>
        <div className={classes['found']}>
          <FilePath path={path} />
          {!exists && <span className={classes['muted']}>The file is not there now</span>}
        </div>
      </td>
      <td>
        <Moment at={opened} />
      </td>
      <td className={classes['size']}>{size === null ? <Nothing /> : bytes(size)}</td>
      <td>
        <Moment at={modified} />
      </td>
      <td className={classes['acts']}>
        <Button
          variant="default"
          aria-label={`Open ${path}`}
          loading={opening === path}
          onClick={() => onOpen(path)}
        >
          Open
        </Button>
        <Tooltip label="Forget; the file stays">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Forget ${path}`}
            onClick={() => onForget(path)}
          >
            <IconX size={14} />
          </ActionIcon>
        </Tooltip>
      </td>
    </tr>
  )
}
