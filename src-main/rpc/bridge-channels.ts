/** The two channels between a window's page and this program: the page asks, the backend tells. */
export const bridgeChannels = { ask: 'sluice:ask', event: 'sluice:event' } as const
