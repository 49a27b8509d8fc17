import { Button } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import type { SessionState } from '../../../src-shared/contract/schemas/session-state.ts'
import type { WireError } from '../../../src-shared/contract/wire.ts'
import { AppError } from '../../../src-shared/errors/app-error.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import classes from './welcome.module.css'

/** Why the database that was asked for is not open, and what can be done next. */
export function SessionProblem(props: {
  path: string | null
  error: WireError
  onOpen: (path: string) => void
  onDemo: () => void
  /** Names another file. */
  onAnother: () => void
}): ReactNode {
  const { path, error, onOpen, onDemo, onAnother } = props
  const ref = useRef<HTMLDivElement>(null)
  const { code, message, details } = error
  useEffect(() => {
    ref.current?.scrollIntoView({ block: 'nearest' })
  }, [path, message])
  const inside = details?.fault === 'folder' ? `${path}${separatorOf(path)}prefect.db` : null
  return (
    <div ref={ref} className={classes['failure']} data-failure>
      <ErrorNotice
        error={new AppError(code, message, details)}
        sentence={path === null ? message : sentenceOn(path, error)}
        action={
          inside === null
            ? { label: 'Try again', run: () => (path === null ? onDemo() : onOpen(path)) }
            : { label: 'Open prefect.db in this folder', run: () => onOpen(inside) }
        }
      >
        <Button variant="default" onClick={onAnother}>
          Open another file
        </Button>
      </ErrorNotice>
    </div>
  )
}

/** True for a session that is to say why it is not open: one that nobody asked for has nothing to say. */
export function hasProblem({ error }: SessionState): boolean {
  return error !== null && error.details?.fault !== 'nothing_open'
}

/** Where the title says it all, the file alone. */
function sentenceOn(path: string, { message, details }: WireError): string {
  const { fault } = details ?? {}
  return fault === undefined || fault === 'too_new' ? `${path}: ${message}` : path
}

function separatorOf(path: string | null): string {
  return path?.includes('\\') && !path.includes('/') ? '\\' : '/'
}
