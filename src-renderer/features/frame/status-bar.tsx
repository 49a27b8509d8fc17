import { Tooltip } from '@mantine/core'
import { IconBroadcast, IconLock, IconPlayerPause } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type {
  SchemaState,
  SessionState,
} from '../../../src-shared/contract/schemas/session-state.ts'
import { setLivePaused, useLivePaused } from '../../api/live-pause.ts'
import { Moment } from '../../components/moment.tsx'
import { bytes } from '../../lib/numbers.ts'
import classes from './frame.module.css'
import { RunningDemo } from './running-demo.tsx'

/** The line below: file, schema, lock, and when another process was last seen to write. */
export function StatusBar({ session }: { session: SessionState | undefined }): ReactNode {
  return (
    <footer className={classes['status']} aria-label="Status">
      {session?.path ? (
        <span className={classes['path']} title={session.path}>
          {session.path}
        </span>
      ) : (
        <span>No database is open</span>
      )}
      {session?.path && session.access === 'closed' && <span>Not open</span>}
      {session?.size ? <span>{bytes(session.size)}</span> : null}
      {session?.schema ? <Schema schema={session.schema} /> : null}
      {session?.access === 'read_only' && <ReadOnly reason={session.reason} />}
      {session?.access === 'read_write' && session.reason !== null && <span>{session.reason}</span>}
      <RunningDemo session={session} />
      <LiveSwitch />
      <span className={classes['right']} aria-live="off">
        {session?.lastOtherCommit ? (
          <>
            Last commit by another process: <Moment at={session.lastOtherCommit} />
          </>
        ) : session?.schema ? (
          'No commit by another process seen'
        ) : null}
      </span>
    </footer>
  )
}

function Schema({ schema }: { schema: SchemaState }): ReactNode {
  return (
    <Tooltip label={`Schema revision ${schema.revision}`}>
      <span>
        {schema.prefect ? `Schema of Prefect ${schema.prefect}` : 'Schema newer than known'}
      </span>
    </Tooltip>
  )
}

function ReadOnly({ reason }: { reason: string | null }): ReactNode {
  return (
    <Tooltip label={reason} disabled={reason === null} multiline maw={420}>
      <span className={classes['lock']}>
        <IconLock size={12} aria-hidden /> Read-only
      </span>
    </Tooltip>
  )
}

/** Pauses showing what other processes write. */
function LiveSwitch(): ReactNode {
  const paused = useLivePaused()
  const Shape = paused ? IconPlayerPause : IconBroadcast
  return (
    <button
      type="button"
      role="switch"
      aria-checked={!paused}
      aria-label="Live changes"
      className={classes['live']}
      title={paused ? 'What others write is not shown' : 'What others write is shown at once'}
      data-paused={paused || undefined}
      onClick={() => setLivePaused(!paused)}
    >
      <Shape size={12} aria-hidden /> {paused ? 'Paused' : 'Live'}
    </button>
  )
}
