import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { createApi } from './api/api.ts'
import { openDroppedFiles } from './api/dropped-file.ts'
import { hostTransport } from './api/host-transport.ts'
import { followChanges } from './api/live-changes.ts'
import { createQueryClient } from './api/query-client.ts'
import { App } from './app.tsx'
import './page.css'

// Compiled parsers need `new Function`, which the content security policy forbids.
z.config({ jitless: true })

/** The one nonce by which the policy lets styles in; a new one each time the page is served. */
const styleNonce =
  document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
setNonce(styleNonce)

const client = createQueryClient()
const transport = hostTransport()
const api = createApi(transport)
followChanges(transport, client)
openDroppedFiles(transport)

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <App api={api} client={client} styleNonce={styleNonce} />
  </StrictMode>,
)
