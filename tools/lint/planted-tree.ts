import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'

const projectRoot = resolve(import.meta.dirname, '../..')
const ruleBook = ['.oxlintrc.json', 'tools/lint', 'tsconfig.base.json']
const layers = ['src-shared', 'src-main', 'src-renderer']

/** Text of each planted file, by its path from the project root. */
export type PlantedFiles = Readonly<Record<string, string>>

/** What a tool said about one file. `rule` is oxlint's `plugin(rule)` or tsc's `TS2304`. */
export interface Finding {
  path: string
  rule: string
  message: string
}

/**
 * A temporary project that holds the real rule book (lint configuration, own rules, tsconfigs) and
 * none of the real source, only planted files.
 */
export class PlantedTree {
  readonly #root: string

  private constructor(root: string) {
    this.#root = root
  }

  static async grow(files: PlantedFiles): Promise<PlantedTree> {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'sluice-lint-')))
    const tree = new PlantedTree(root)
    const tsconfigs = layers.map((layer) => `${layer}/tsconfig.json`)
    for (const path of [...ruleBook, ...tsconfigs]) {
      await cp(join(projectRoot, path), join(root, path), { recursive: true })
    }
    await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction')
    await Promise.all(Object.entries(files).map(([path, text]) => tree.#plant(path, text)))
    return tree
  }

  /** Lints the whole tree with the project's own configuration. */
  async lint(): Promise<Finding[]> {
    const output = await this.#run('node_modules/oxlint/bin/oxlint', ['--format', 'json'])
    if (!output.startsWith('{')) throw new Error(`oxlint did not run: ${output}`)
    const { diagnostics } = JSON.parse(output) as OxlintReport
    return diagnostics.map(({ filename, code, message }) => ({
      path: filename.replaceAll('\\', '/'),
      rule: code ?? 'none',
      message,
    }))
  }

  /** Type-checks one layer with that layer's own tsconfig. */
  async typeCheck(layer: string): Promise<Finding[]> {
    // node_modules is the project's own: the build info must not go to the cache in it.
    const buildInfo = ['--tsBuildInfoFile', join(this.#root, `${layer}.tsbuildinfo`)]
    const options = ['--project', layer, '--noEmit', '--pretty', 'false', ...buildInfo]
    const output = await this.#run('node_modules/typescript/bin/tsc', options)
    const lines = output.matchAll(/^(\S[^(]*)\(\d+,\d+\): error (TS\d+): (.*)$/gm)
    return [...lines].map(([, path = '', rule = '', message = '']) => ({
      path: relative(this.#root, resolve(this.#root, path)).split(sep).join('/'),
      rule,
      message,
    }))
  }

  async fell(): Promise<void> {
    await rm(this.#root, { recursive: true, force: true })
  }

  async #plant(path: string, text: string): Promise<void> {
    const file = join(this.#root, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }

  #run(script: string, args: string[]): Promise<string> {
    const options = { cwd: this.#root, maxBuffer: 64 * 1024 * 1024 }
    return new Promise((settle) => {
      // Findings make the exit code non-zero; what counts is what was said.
      execFile(process.execPath, [script, ...args], options, (_error, stdout, stderr) => {
        settle(stdout + stderr)
      })
    })
  }
}

interface OxlintReport {
  diagnostics: { filename: string; code?: string; message: string }[]
}
