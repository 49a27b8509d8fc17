import type { Transport } from './transport.ts'

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}

/** Opens a database that is dropped on the page, where the host can tell its path. */
export function openDroppedFiles(transport: Transport): void {
  window.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = window.bridge ? 'copy' : 'none'
  })
  window.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return
    // A page that lets a drop pass is left for the file.
    event.preventDefault()
    const file = event.dataTransfer?.files[0]
    const path = file ? window.bridge?.pathOf(file) : undefined
    if (path) void transport.call('app.openDatabase', { path })
  })
}
