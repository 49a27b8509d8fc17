import { Button, Modal } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { describeError } from '../../src-shared/errors/describe-error.ts'
import classes from './act-dialog.module.css'

/** The one thing that a dialog does, if it is confirmed. */
export interface Act {
  /** Names the act: "Free 2 slots". */
  label: string
  run: () => void
  /** Something is destroyed. */
  destroys?: boolean
  /** It cannot be done as things are. */
  disabled?: boolean
}

/** What an {@link ActDialog} shows. */
export interface ActDialogProps {
  /** The act and its object: "Free 2 slots of gpu?". */
  title: ReactNode
  act: Act
  /** What it is about is not there any more: nothing can be done. */
  isGone?: boolean
  isPending: boolean
  /** Why it failed; the dialog stays. */
  error: Error | null
  onClose: () => void
  children: ReactNode
}

/** Gives the focus back to what had it before; if that is gone, to the screen's table. */
function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement
    return () => {
      // The page is unlocked by the dialog's own end, which comes after this one.
      setTimeout(() => {
        // Another dialog may have taken its place.
        if (document.querySelector('[aria-modal="true"]')) return
        const isThere = before instanceof HTMLElement && before.isConnected && before.tabIndex >= 0
        const back = isThere ? before : document.querySelector<HTMLElement>('main [role="grid"]')
        back?.focus()
      })
    }
  }, [])
}

/**
 * Asks before a write. Esc and Cancel leave all as it was; no key confirms but the one on the button
 * itself.
 */
export function ActDialog(props: ActDialogProps): ReactNode {
  const { title, act, isGone, isPending, error, onClose, children } = props
  // Its own deletion ends with it being gone.
  const isOver = isGone && !isPending
  useFocusBack()
  const leave = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // What had the focus is no longer shown.
    if (isOver) leave.current?.focus()
  }, [isOver])
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      returnFocus={false}
      yOffset="24px"
      closeOnEscape={!isPending}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{
        content: classes['dialog'],
        header: classes['header'],
        title: classes['title'],
        body: classes['body'],
      }}
    >
      {isOver ? (
        <p role="alert" className={classes['content']}>
          It was deleted in the meantime. Nothing was written.
        </p>
      ) : (
        <div className={classes['content']}>{children}</div>
      )}
      {error && !isOver && <Failure error={error} />}
      <div className={classes['buttons']}>
        <Button ref={leave} variant="default" disabled={isPending} onClick={onClose} data-autofocus>
          {isOver ? 'Close' : 'Cancel'}
        </Button>
        {!isOver && (
          <Button
            color={act.destroys ? 'red' : undefined}
            disabled={act.disabled}
            loading={isPending}
            onClick={act.run}
          >
            {act.label}
          </Button>
        )}
      </div>
    </Modal>
  )
}

/** What went wrong, and what can be done, in the dialog itself. */
function Failure({ error }: { error: Error }): ReactNode {
  const { title, next } = describeError(error instanceof AppError ? error.code : 'internal')
  return (
    <div role="alert" className={classes['failure']}>
      <b>{title}</b>
      <p>{error.message}</p>
      <p>{next}</p>
    </div>
  )
}
