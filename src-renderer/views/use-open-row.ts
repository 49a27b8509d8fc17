import { useDebouncedCallback } from '@mantine/hooks'
import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { ActivatedBy } from '../components/data-table/data-table-props.ts'
import type { ViewHandle } from './use-view.ts'

/** The details follow the keys when they rest, in milliseconds. */
const restAfterKey = 150

/** What a table of things that have pages does when one of them is looked at. */
export interface OpenRow {
  /** The id of the row whose details are beside the table. */
  open: string | undefined
  /** Shows the details of a row. */
  show: (id: string) => void
  onActivate: (row: { id: string }, by: ActivatedBy) => void
  onOpen: (row: { id: string }) => void
  close: () => void
}

/** Goes to a link within the page: `#/flows/…`. */
export function useGoTo(): (link: string) => void {
  const { history } = useRouter()
  return useCallback((link) => history.push(link.slice(1)), [history])
}

/** A click shows a row's details, the keys move them on while they are open, Enter goes to its page. */
export function useOpenRow(
  { view, setOpen }: Pick<ViewHandle, 'view' | 'setOpen'>,
  linkOf: (id: string) => string,
): OpenRow {
  const goTo = useGoTo()
  const { open } = view
  const follow = useDebouncedCallback((id: string) => setOpen(id), restAfterKey)
  const isOpen = open !== undefined
  const show = useCallback((id: string) => setOpen(id, { replace: isOpen }), [setOpen, isOpen])
  return {
    open,
    show,
    onActivate: ({ id }, by) => {
      if (by === 'pointer') show(id)
      else if (isOpen) follow(id)
    },
    onOpen: ({ id }) => {
      follow.cancel()
      goTo(linkOf(id))
    },
    close: () => {
      follow.cancel()
      setOpen(undefined)
    },
  }
}
