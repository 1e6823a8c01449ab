/** The page's only door to main: call a channel, hear an event. Nothing else, ever (design §3). */
import { contextBridge, ipcRenderer } from 'electron'
import type { UmbralEvent } from '../shared/contract/events'

// SECURITY: no ipcRenderer, no event object and no channel of choice reaches the page.
contextBridge.exposeInMainWorld('umbral', {
  call: (channel: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('umbral:call', channel, input),
  on: (listener: (event: UmbralEvent) => void): void => {
    ipcRenderer.on('umbral:event', (_event, event: UmbralEvent) => listener(event))
  },
})
