import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import { assemble } from './app/assembly.ts'
import { declarePageScheme } from './host/app-protocol.ts'
import { followQuitting } from './host/closing.ts'
import { Desktop } from './host/desktop.ts'
import { becomeOnlyInstance, ownLaunch, readLaunch } from './host/launch.ts'
import { tellMistakes } from './host/mistakes.ts'
import { guardEveryPage } from './host/security.ts'
import { utilityProcesses } from './host/utility-process.ts'

// Entry of the desktop host: what must be said before Electron is ready, then the windows.

function besideThis(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

const assembly = assemble('desktop', utilityProcesses(besideThis('./worker.js')))
tellMistakes(assembly.log)

// Electron's own files lie with Sluice's, and so one Sluice runs for each settings folder.
app.setPath('userData', join(assembly.folders.settings, 'electron'))
declarePageScheme()
guardEveryPage()
followQuitting()

const launch = ownLaunch()
const options = readLaunch(launch)
if (options) {
  const desktop = app.whenReady().then(
    () =>
      new Desktop({
        assembly,
        options,
        preload: besideThis('../preload/preload.cjs'),
        pageFolder: besideThis('../renderer'),
      }),
  )
  const onDesktop = (act: (desktop: Desktop) => unknown): void => void desktop.then(act)
  app.on('open-file', (event, path) => {
    event.preventDefault()
    onDesktop((ready) => ready.openFile(path))
  })
  if (becomeOnlyInstance(launch, (other) => onDesktop((ready) => ready.openLaunch(other)))) {
    onDesktop((ready) => ready.start())
  } else {
    app.quit()
  }
}
