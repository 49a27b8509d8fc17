import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import type { Bridge } from '../src-shared/contract/bridge.ts'
import type { BackendEvent } from '../src-shared/contract/events.ts'
import { bridgeChannels } from './rpc/bridge-channels.ts'

// Entry of what runs before the page, in a world of its own: gives the page its bridge and nothing else.

const bridge: Bridge = {
  call: (callId, operation, input) =>
    ipcRenderer.invoke(bridgeChannels.ask, { kind: 'call', callId, operation, input }),
  stop: (callId) => void ipcRenderer.invoke(bridgeChannels.ask, { kind: 'stop', callId }),
  onEvent: (listener) => {
    const hear = (_event: IpcRendererEvent, told: BackendEvent): void => listener(told)
    ipcRenderer.on(bridgeChannels.event, hear)
    return () => void ipcRenderer.off(bridgeChannels.event, hear)
  },
  pathOf: (file) => webUtils.getPathForFile(file as File),
}

contextBridge.exposeInMainWorld('bridge', bridge)
