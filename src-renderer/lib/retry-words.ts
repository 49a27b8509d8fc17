import { counted } from './numbers.ts'
import { duration } from './time.ts'

/** Prefect's `FlowRunPolicy` or `TaskRunPolicy`, as far as its text can be read. */
function policyOf(text: string): Record<string, unknown> | null {
  try {
    const policy: unknown = JSON.parse(text)
    return typeof policy === 'object' && policy !== null && !Array.isArray(policy)
      ? { ...policy }
      : null
  } catch {
    return null
  }
}

function seconds(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function delayWords(delay: unknown): string {
  if (Array.isArray(delay)) {
    const each = delay.map((one) => seconds(one)).filter((one) => one !== null)
    if (each.length === 0) return ''
    return `, ${each.map((one) => duration(one)).join(', ')} apart`
  }
  const one = seconds(delay)
  return one === null || one === 0 ? ', at once' : `, ${duration(one)} apart`
}

/**
 * A run's `empirical_policy` in words: "up to 3 retries, 10 s apart", "no retries".
 *
 * @param text - the stored JSON.
 * @returns null where it cannot be read.
 */
export function retryWords(text: string): string | null {
  const policy = policyOf(text)
  if (policy === null) return null
  // The older fields hold what the newer ones leave unset.
  const retries = seconds(policy['retries']) ?? seconds(policy['max_retries']) ?? 0
  if (retries === 0) return 'no retries'
  const delay = policy['retry_delay'] ?? policy['retry_delay_seconds']
  const jitter = seconds(policy['retry_jitter_factor'])
  const jitterWords = jitter ? `, jitter ${jitter}` : ''
  return `up to ${counted(retries, 'retry', 'retries')}${delayWords(delay)}${jitterWords}`
}
