import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { createApi } from './api/api.ts'
import { httpTransport } from './api/http-transport.ts'
import { followChanges } from './api/live-changes.ts'
import { createQueryClient } from './api/query-client.ts'
import { App } from './app.tsx'
import './app.css'

// Compiled parsers need `new Function`, which the content security policy forbids.
z.config({ jitless: true })

const client = createQueryClient()
const api = createApi(httpTransport)
followChanges(httpTransport, client)

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App api={api} />
    </QueryClientProvider>
  </StrictMode>,
)
