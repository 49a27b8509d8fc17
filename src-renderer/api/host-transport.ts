import type { Bridge } from '../../src-shared/contract/bridge.ts'
import { bridgeTransport } from './bridge-transport.ts'
import { httpTransport } from './http-transport.ts'
import type { Transport } from './transport.ts'

declare global {
  interface Window {
    /** There in the desktop app only. */
    readonly bridge?: Bridge
  }
}

/** The transport of the host that shows this page. */
export function hostTransport(): Transport {
  return window.bridge ? bridgeTransport(window.bridge) : httpTransport
}
