import { createContext, useContext, type ReactNode } from 'react'
import type { Api } from './api.ts'

const ApiContext = createContext<Api | null>(null)

/** Hands the contract's options to the screens below. */
export function ApiProvider({ api, children }: { api: Api; children: ReactNode }): ReactNode {
  return <ApiContext value={api}>{children}</ApiContext>
}

/** The contract as TanStack Query's options. */
export function useApi(): Api {
  const api = useContext(ApiContext)
  if (!api) throw new Error('there is no ApiProvider above')
  return api
}
