import { Button, CopyButton, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { describeError } from '../../src-shared/errors/describe-error.ts'
import classes from './notice.module.css'

function detailsOf(error: Error): string {
  if (!(error instanceof AppError)) return String(error)
  return JSON.stringify({ code: error.code, message: error.message, ...error.details }, null, 2)
}

/** Says in words what went wrong and what can be done; the technical details are folded. */
export function ErrorNotice(props: {
  error: Error
  action?: { label: string; run: () => void }
  /** What to say in the place of the error's own sentence. */
  sentence?: string
  /** Further buttons. */
  children?: ReactNode
}): ReactNode {
  const { error, action, sentence = error.message, children } = props
  const { title, next } =
    error instanceof AppError
      ? describeError(error.code, error.details?.fault)
      : describeError('internal')
  const details = detailsOf(error)
  return (
    <div role="alert" className={classes['notice']}>
      <h2>{title}</h2>
      <p>{sentence}</p>
      <p className={classes['next']}>{next}</p>
      <details>
        <summary>Details</summary>
        <pre className={classes['details']}>{details}</pre>
      </details>
      <Group gap="sm">
        {action && (
          <Button variant="default" onClick={action.run}>
            {action.label}
          </Button>
        )}
        {children}
        <CopyButton value={details}>
          {({ copied, copy }) => (
            <Button variant="subtle" onClick={copy}>
              {copied ? 'Copied' : 'Copy details'}
            </Button>
          )}
        </CopyButton>
      </Group>
    </div>
  )
}
