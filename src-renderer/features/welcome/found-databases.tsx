import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCircleDot } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { JudgedDatabase } from '../../../src-shared/contract/schemas/found-database.ts'
import { MarkedText } from '../../components/marked-text.tsx'
import { Moment } from '../../components/moment.tsx'
import { Nothing } from '../../components/nothing.tsx'
import { bytes } from '../../lib/numbers.ts'
import { FilePath } from './file-path.tsx'
import { FileTable } from './file-table.tsx'
import { kindWords, schemaWords, sourceWords } from './found-words.ts'
import classes from './welcome.module.css'

interface FoundProps {
  /** The path of the database that is open. */
  openPath: string | null
  /** The path that is being opened. */
  opening: string | null
  onOpen: (path: string) => void
}

/** The databases that Prefect's settings name, in the order in which they count. */
export function FoundDatabases(
  props: FoundProps & { databases: readonly JudgedDatabase[] },
): ReactNode {
  const { databases, ...rest } = props
  return (
    <FileTable label="Databases found" fact="Schema">
      {databases.map((database) => (
        <FoundRow key={keyOf(database)} database={database} {...rest} />
      ))}
    </FileTable>
  )
}

function keyOf({ path, kind, source, note }: JudgedDatabase): string {
  return path ?? JSON.stringify([kind, source, note])
}

function FoundRow(props: FoundProps & { database: JudgedDatabase }): ReactNode {
  const { database, openPath, opening, onOpen } = props
  const { path, exists, schema, size, modified, problem, usedByServer } = database
  const isOpen = path !== null && path === openPath
  const act = isOpen ? 'Show' : 'Open'
  return (
    <tr>
      <td>
        <FoundName database={database} isOpen={isOpen} />
      </td>
      <td>{schema ? schemaWords(schema) : <Nothing />}</td>
      <td className={classes['size']}>{size === null ? <Nothing /> : bytes(size)}</td>
      <td>
        <Moment at={modified} />
      </td>
      <td className={classes['acts']}>
        {path !== null && exists && (
          <Button
            variant="default"
            aria-label={`${act} ${path}`}
            data-openable={problem === null ? (usedByServer ? 'first' : 'other') : undefined}
            loading={opening === path}
            onClick={() => onOpen(path)}
          >
            {act}
          </Button>
        )}
      </td>
    </tr>
  )
}

function FoundName(props: { database: JudgedDatabase; isOpen: boolean }): ReactNode {
  const { database, isOpen } = props
  const { path, kind, source, usedByServer, problem, note } = database
  return (
    <div className={classes['found']}>
      {path === null ? <b>{kindWords(kind)}</b> : <FilePath path={path} />}
      {source.kind !== 'working_directory' && (
        <span className={classes['muted']} title={source.file ?? undefined}>
          <MarkedText text={sourceWords(source)} />
        </span>
      )}
      {isOpen && (
        <span className={classes['mark']}>
          <IconCircleDot size={14} aria-hidden /> Open now
        </span>
      )}
      {usedByServer && (
        <span className={classes['mark']}>
          <IconCheck size={14} aria-hidden /> A server started here would use this one
        </span>
      )}
      {problem !== null && (
        <span className={classes['problem']}>
          <IconAlertTriangle size={14} aria-hidden /> {problem}
        </span>
      )}
      {note !== null && (
        <span className={classes['muted']}>
          <MarkedText text={note} />
        </span>
      )}
    </div>
  )
}
