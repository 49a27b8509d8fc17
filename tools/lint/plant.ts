/** One planted violation: the file that holds it, and the one rule that must see it. */
export interface Plant {
  path: string
  text: string
  /** As oxlint writes it: `plugin(rule)`. */
  rule: string
  /** Rules that cannot help but see it too. */
  also?: readonly string[]
  /** A part of the message, where one rule holds several things. */
  says?: string
}

/** Source text that imports the given paths by value and uses what it imported. */
export function importing(...paths: string[]): string {
  const imports = paths.map((path, index) => `import * as import${index} from '${path}'\n`)
  const used = paths.map((_, index) => `import${index}`)
  return `${imports.join('')}export const used = [${used.join(', ')}]\n`
}
