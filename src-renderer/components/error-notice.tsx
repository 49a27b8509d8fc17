import type { ReactNode } from 'react'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { describeError } from '../../src-shared/errors/describe-error.ts'

/** Says in words what went wrong and what can be done. */
export function ErrorNotice({ error }: { error: Error }): ReactNode {
  const { title, next } = describeError(error instanceof AppError ? error.code : 'internal')
  return (
    <div role="alert">
      <h2>{title}</h2>
      <p>{error.message}</p>
      <p>{next}</p>
    </div>
  )
}
