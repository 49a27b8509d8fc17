import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { AppError } from '../../../src-shared/errors/app-error.ts'

/** A write that a dialog makes. */
export interface Write<I> {
  run: (input: I) => void
  isPending: boolean
  error: Error | null
}

/**
 * Writes, tells what was done in a toast, and closes the dialog; a failure is the dialog's to show.
 *
 * @param write - the operation's options, and what to say when it is done: null where the limit was
 * not there any more.
 */
export function useWrite<I, O>(write: {
  options: { mutationFn: (input: I) => Promise<O> }
  done: (output: O) => string | null
  onClose: (output: O) => void
}): Write<I> {
  const { options, done, onClose } = write
  const [missing, setMissing] = useState<Error | null>(null)
  const { mutate, isPending, error } = useMutation({
    ...options,
    onMutate: () => setMissing(null),
    onSuccess: (output: O) => {
      const message = done(output)
      if (message === null) {
        setMissing(new AppError('not_found', 'The limit was deleted in the meantime'))
        return
      }
      notifications.show({ message })
      onClose(output)
    },
  })
  return { run: mutate, isPending, error: error ?? missing }
}
