import { spawn } from 'node:child_process'

/** Shows an address in the user's browser, where there is a screen; a failure is no matter. */
export function openInBrowser(url: string, environment: NodeJS.ProcessEnv): void {
  const command = browserCommand(url, environment)
  if (!command) return
  const [program, ...words] = command
  const child = spawn(program, words, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

function browserCommand(
  url: string,
  environment: NodeJS.ProcessEnv,
): [string, ...string[]] | undefined {
  if (process.platform === 'darwin') return ['open', url]
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url]
  if (environment['DISPLAY'] || environment['WAYLAND_DISPLAY']) return ['xdg-open', url]
  return undefined
}
