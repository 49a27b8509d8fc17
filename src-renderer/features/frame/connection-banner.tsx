import { IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useConnection } from '../../api/connection.ts'
import { describeError } from '../../../src-shared/errors/describe-error.ts'
import classes from './frame.module.css'

/** Says that the program behind this page is gone, until it is back. */
export function ConnectionBanner(): ReactNode {
  const connection = useConnection()
  const fault = connection === 'restarted' ? 'not_let_in' : 'no_answer'
  const { title, next } = describeError('database_unavailable', fault)
  return (
    // Always there, so that what comes to stand in it is read out.
    <div role="alert">
      {connection !== 'there' && (
        <p className={classes['banner']}>
          <IconPlugConnectedX size={16} aria-hidden />
          <span>
            <b>{title}.</b> {next}
          </span>
        </p>
      )}
    </div>
  )
}
