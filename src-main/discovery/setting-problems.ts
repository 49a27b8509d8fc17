import type { SettingsProblem } from './prefect-settings.ts'
import { effectiveValue } from './settings-layer.ts'
import type { SettingKey, SettingsLayer } from './settings-layer.ts'

const texts = ['driver', 'host', 'user', 'name', 'password', 'apiUrl', 'cloudApiUrl'] as const

/**
 * The values that Prefect's models refuse, whether they are used or not. (The URL and the home are
 * judged where they are read.)
 */
export function settingProblems(layers: readonly SettingsLayer[]): SettingsProblem[] {
  const wrong = (key: SettingKey, fits: (value: unknown) => boolean): SettingsProblem[] => {
    const found = effectiveValue(layers, key)
    if (found === null || fits(found.value)) return []
    const setting = found.source.setting
    const kind = key === 'port' ? 'a whole number' : key === 'driver' ? 'a known driver' : 'text'
    const sentence = `\`${setting}\` is not ${kind}. Prefect does not start with it.`
    return [{ source: found.source, sentence }]
  }
  return [
    ...texts.flatMap((key) => wrong(key, key === 'driver' ? isDriver : isText)),
    ...wrong('profilesPath', isText),
    ...wrong('port', isWholeNumber),
  ]
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isDriver(value: unknown): boolean {
  return value === 'sqlite+aiosqlite' || value === 'postgresql+asyncpg'
}

function isWholeNumber(value: unknown): boolean {
  if (typeof value === 'string') return /^\s*[+-]?\d+(?:_\d+)*(?:\.0*)?\s*$/.test(value)
  return typeof value === 'boolean' || typeof value === 'bigint' || Number.isInteger(value)
}
