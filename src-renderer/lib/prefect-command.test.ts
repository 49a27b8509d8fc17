import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { prefectCommand } from './prefect-command.ts'

function words(command: string): string[] {
  const script = `set -- ${command}; printf '%s\\0' "$@"`
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}

test.each([['daily'], ["it's"], ['a b'], ['$(rm -rf x)'], ['`x`'], ['"q" \\ ; & |']])(
  'a shell takes the deployment %s as one word',
  (name) => {
    expect(words(prefectCommand.runDeployment('my flow', name))).toEqual([
      'prefect',
      'deployment',
      'run',
      `my flow/${name}`,
    ])
  },
)

test('plain names stay plain', () => {
  expect(prefectCommand.inspectDeployment('etl', 'daily')).toBe(
    'prefect deployment inspect etl/daily',
  )
})
