import type { Plant } from './plant.ts'

function plant(rule: string, path: string, text: string): Plant {
  return { rule, path, text: `${text}\n` }
}

/** A file with one function of so many lines. */
export function functionOf(lines: number, name = 'work'): string {
  const body = Array.from({ length: lines - 2 }, (_, line) => `  use(${line})\n`)
  return `declare function use(line: number): void\nexport function ${name}() {\n${body.join('')}}`
}

const tooLong = 'eslint(max-lines-per-function)'

const manyLines = 'export const a = 1\n' + '\n// more'.repeat(350)

const sizes: Plant[] = [
  plant('eslint(max-lines)', 'src-main/demo/long.ts', manyLines),
  plant('eslint(max-lines)', 'src-main/models/long.test.ts', manyLines),
  plant(tooLong, 'src-main/demo/long-function.ts', functionOf(61)),
  plant(tooLong, 'src-renderer/lib/long-function.ts', functionOf(61)),
  plant(tooLong, 'src-renderer/components/long-component.tsx', functionOf(121, 'Long')),
  plant(tooLong, 'tools/long-function.ts', functionOf(61)),
  plant(
    'eslint(max-params)',
    'src-main/demo/params.ts',
    'export const sum = (a: number, b: number, c: number, d: number) => a + b + c + d',
  ),
]

const types: Plant[] = [
  plant(
    'typescript(consistent-type-imports)',
    'src-main/demo/type-import.ts',
    "import { Used } from './demo.ts'\nexport type Own = Used",
  ),
  plant(
    'typescript(no-import-type-side-effects)',
    'src-main/demo/type-effect.ts',
    "import { type Used } from './demo.ts'\nexport type Own = Used",
  ),
]

/** One rule of each plugin and category, as proof that the plugin and the category are on. */
const categories: Plant[] = [
  plant('eslint(no-dupe-keys)', 'src-main/demo/keys.ts', 'export const a = { b: 1, b: 2 }'),
  plant(
    'eslint(no-shadow)',
    'src-main/demo/shadow.ts',
    'const a = 1\nexport const f = (a: 1) => a\nexport const b = a',
  ),
  plant(
    'react(hooks)',
    'src-renderer/components/hook.tsx',
    "import { useState } from 'react'\nexport const useA = (on: boolean) => (on ? useState(1) : 1)",
  ),
  plant(
    'react-hooks(exhaustive-deps)',
    'src-renderer/components/dependencies.tsx',
    "import { useMemo } from 'react'\nexport const useA = (a: 1) => useMemo(() => [a], [])",
  ),
  plant(
    'react-hooks(exhaustive-deps)',
    'src-renderer/components/effect.tsx',
    "import { useEffect } from 'react'\nexport const useA = (a: () => 1) => useEffect(() => void a(), [])",
  ),
  plant('unicorn(no-array-sort)', 'src-main/demo/sort.ts', 'export const a = (b: 1[]) => b.sort()'),
  plant('oxc(approx-constant)', 'src-main/demo/pi.ts', 'export const a = 3.14159'),
  plant(
    'react(jsx-key)',
    'src-renderer/lib/key.tsx',
    'export const a = [1].map((b) => <p>{b}</p>)',
  ),
  plant(
    'promise(no-new-statics)',
    'src-main/demo/promise.ts',
    'export const a = new Promise.resolve()',
  ),
  plant(
    'vitest(no-focused-tests)',
    'src-main/demo/focus.test.ts',
    "import { expect, test } from 'vitest'\ntest.only('a', () => expect(1).toBe(1))",
  ),
]

const others: Plant[] = [
  plant(
    'vitest(valid-expect)',
    'src-main/demo/expect.test.ts',
    "import { expect, test } from 'vitest'\ntest('a', () => expect(1, 'b', 'c').toBe(1))",
  ),
  plant(
    'vitest(expect-expect)',
    'src-main/demo/nothing.test.ts',
    "import { test } from 'vitest'\ntest('a', () => {\n  count()\n})",
  ),
  plant(
    'vitest(valid-title)',
    'src-main/demo/title.test.ts',
    "import { expect, test } from 'vitest'\ntest('', () => expect(1).toBe(1))",
  ),
  plant('eslint(eqeqeq)', 'src-main/demo/equals.ts', 'export const a = (b: number) => b == 1'),
  plant('eslint(no-unused-vars)', 'src-main/demo/unused.ts', 'const a = 1\nexport const b = 2'),
  plant('import(no-unassigned-import)', 'src-main/demo/bare.ts', "import './demo.ts'"),
  plant(
    'unicorn(consistent-function-scoping)',
    'src-main/demo/scope.ts',
    'export function a() {\n  function b(c: number) {\n    return c\n  }\n  return b\n}',
  ),
]

/** What the style table asks for and a linter can see. */
export const stylePlants: readonly Plant[] = [...sizes, ...types, ...categories, ...others]
