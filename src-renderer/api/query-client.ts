import { QueryClient } from '@tanstack/react-query'
import { AppError } from '../../src-shared/errors/app-error.ts'

/** Only a lock that another process holds is worth another try. */
function mayRetry(failures: number, error: Error): boolean {
  return failures < 3 && error instanceof AppError && error.code === 'database_busy'
}

/** The cache of what was read. Nothing grows stale by time: a change is told. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        retry: mayRetry,
        networkMode: 'always',
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always' },
    },
  })
}
