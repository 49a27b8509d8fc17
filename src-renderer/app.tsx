import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ApiProvider } from './api/api-context.tsx'
import type { Api } from './api/api.ts'
import { cssVariables, theme } from './lib/theme.ts'
import { router } from './router.tsx'
import { TimeDisplayProvider } from './views/time-display-provider.tsx'

/** The whole page. */
export function App(props: { api: Api; client: QueryClient; styleNonce: string }): ReactNode {
  const { api, client, styleNonce } = props
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce}
    >
      <QueryClientProvider client={client}>
        <ApiProvider api={api}>
          <TimeDisplayProvider>
            <RouterProvider router={router} />
          </TimeDisplayProvider>
          <Notifications position="bottom-right" autoClose={8000} limit={4} />
        </ApiProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
