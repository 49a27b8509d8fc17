import { useMutation } from '@tanstack/react-query'
import type { SessionState } from '../../src-shared/contract/schemas/session-state.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { useApi } from './api-context.tsx'

/** What can be done with databases as a whole, from the welcome screen and from the file menu. */
export interface DatabaseActions {
  open: (request: { path: string; readOnly: boolean }) => void
  /** Asks for a file, where the host can, and opens it. */
  chooseAndOpen: (readOnly: boolean) => void
  openDemo: (wish: { readOnly: boolean; anew: boolean }) => void
  /** Leaves the open database. */
  close: () => void
  /** Shows where the open file lies. */
  reveal: () => void
  /** Takes a file out of the recent ones. */
  forget: (path: string) => void
  /** The path that is being opened. */
  opening: string | null
}

/** What is told of an act that was made. */
export interface DatabaseActionEvents {
  /**
   * A database was to be opened; whether it was is in the session's state.
   *
   * @param path - what was asked for; null for the demo, or a file that was chosen.
   */
  onOpened?: (session: SessionState, path: string | null) => void
  /** It was not even tried, or the demo could not be written. Not called for what was stopped. */
  onError: (error: Error) => void
}

/** Makes {@link DatabaseActions}; the page follows what they change by its events. */
export function useDatabaseActions({ onOpened, onError }: DatabaseActionEvents): DatabaseActions {
  const api = useApi()
  const open = useMutation({
    ...api.app.openDatabase(),
    onSuccess: (session, { path }) => onOpened?.(session, path),
    onError,
  })
  const openDemo = useMutation({
    ...api.app.openDemo(),
    onSuccess: (session) => onOpened?.(session, null),
    onError: (error) => {
      if (!(error instanceof AppError && error.code === 'cancelled')) onError(error)
    },
  })
  const openChosen = useMutation({
    mutationFn: async (readOnly: boolean) => {
      const path = await api.app.chooseFile().mutationFn({})
      return path === null ? null : await api.app.openDatabase().mutationFn({ path, readOnly })
    },
    onSuccess: (session) => {
      if (session) onOpened?.(session, null)
    },
    onError,
  })
  const close = useMutation({ ...api.app.closeDatabase(), onError })
  const reveal = useMutation({ ...api.app.revealFile(), onError })
  const forget = useMutation({ ...api.app.forgetDatabase(), onError })
  return {
    open: (request) => open.mutate(request),
    chooseAndOpen: (readOnly) => openChosen.mutate(readOnly),
    openDemo: (wish) => openDemo.mutate(wish),
    close: () => close.mutate({}),
    reveal: () => reveal.mutate({}),
    forget: (path) => forget.mutate({ path }),
    opening: open.isPending ? open.variables.path : null,
  }
}
