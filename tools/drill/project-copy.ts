import { execFile } from 'node:child_process'
import {
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'

const projectRoot = resolve(import.meta.dirname, '../..')
const layers = ['src-shared', 'src-main', 'src-renderer']
const otherFiles = ['package.json', 'tsconfig.base.json']

/** What a program of the copy ended with. */
export interface Outcome {
  code: number
  output: string
}

/** The three layers' sources in a temporary folder, to be changed at will. */
export class ProjectCopy {
  /** Paths, from the root, of the files that were changed. */
  readonly touched = new Set<string>()
  readonly root: string

  private constructor(root: string) {
    this.root = root
  }

  /** Copies everything but the tests. */
  static async make(): Promise<ProjectCopy> {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'sluice-drill-')))
    const isSource = (path: string): boolean => !/\.test\.tsx?$/.test(path)
    for (const path of [...layers, ...otherFiles]) {
      await cp(join(projectRoot, path), join(root, path), { recursive: true, filter: isSource })
    }
    await linkPackages(root)
    const references = layers.map((path) => ({ path: `./${path}` }))
    await writeFile(join(root, 'tsconfig.json'), JSON.stringify({ files: [], references }))
    return new ProjectCopy(root)
  }

  /** Replaces a text that the file holds once. */
  async change(path: string, found: string, replacement: string): Promise<void> {
    const file = join(this.root, path)
    const text = await readFile(file, 'utf8')
    if (text.split(found).length !== 2) throw new Error(`${path} holds "${found}" not just once`)
    await writeFile(
      file,
      text.replace(found, () => replacement),
    )
    this.touched.add(path)
  }

  /** Checks the types of all layers, and gives the files with errors and what was said. */
  async typeCheck(): Promise<{ files: string[]; output: string }> {
    const tsc = 'node_modules/typescript/bin/tsc'
    const { output } = await this.run(tsc, '--build', '--pretty', 'false')
    const lines = output.matchAll(/^(\S[^(\n]*)\(\d+,\d+\): error /gm)
    const files = [...lines].map(([, path = '']) =>
      relative(this.root, resolve(this.root, path)).split(sep).join('/'),
    )
    return { files: [...new Set(files)], output }
  }

  /** Runs a program of the copy with Node. */
  run(...words: string[]): Promise<Outcome> {
    return new Promise((settle) => {
      execFile(process.execPath, words, { cwd: this.root }, (error, stdout, stderr) => {
        settle({ code: error ? 1 : 0, output: stdout + stderr })
      })
    })
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true })
  }
}

/** One link a package: the folder itself is the copy's own, for the caches that lie in it. */
async function linkPackages(root: string): Promise<void> {
  const packages = join(projectRoot, 'node_modules')
  await mkdir(join(root, 'node_modules'))
  const names = (await readdir(packages)).filter((name) => !name.startsWith('.'))
  for (const name of names) {
    await symlink(join(packages, name), join(root, 'node_modules', name), 'junction')
  }
}
