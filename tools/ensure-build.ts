import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

// Builds the program unless what was built is newer than everything it is made of.

const root = join(import.meta.dirname, '..')
const sources = ['src-main', 'src-renderer', 'src-shared']
const files = ['package.json', 'electron.vite.config.ts']
const products = [
  'out/main/electron.cjs',
  'out/main/server.js',
  'out/main/worker.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
]

function modified(file: string): number {
  return statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function newestSource(): number {
  const inFolders = sources.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )
  return Math.max(...inFolders, ...files.map(modified))
}

if (Math.min(...products.map(modified)) < newestSource()) {
  process.stderr.write('Building Sluice\n')
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    // What the build says is not what the program says.
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  })
  process.exitCode = status ?? 1
}
