import type { JsonObject } from '../python-json.ts'

const nullableText = { anyOf: [{ type: 'string' }, { type: 'null' }], default: null } as const

const shared: JsonObject = {
  name: {
    ...nullableText,
    title: 'Name',
    description: 'Name given to infrastructure created by a worker.',
  },
  env: {
    title: 'Environment Variables',
    type: 'object',
    additionalProperties: nullableText,
    description: 'Environment variables to set when starting a flow run.',
  },
  labels: {
    title: 'Labels',
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Labels applied to infrastructure created by a worker.',
  },
  command: {
    ...nullableText,
    title: 'Command',
    description: 'The command to use when starting a flow run.',
  },
  stream_output: { title: 'Stream Output', type: 'boolean', default: true },
}

const own: Record<'process' | 'docker', JsonObject> = {
  process: {
    working_dir: {
      anyOf: [{ type: 'string', format: 'path' }, { type: 'null' }],
      default: null,
      title: 'Working Directory',
    },
  },
  docker: {
    image: { ...nullableText, title: 'Image' },
    networks: { title: 'Networks', type: 'array', items: { type: 'string' } },
    auto_remove: { title: 'Auto Remove', type: 'boolean', default: false },
  },
}

/** `base_job_template` of a work pool: each variable is passed on under its own name. */
export function jobTemplate(type: 'process' | 'docker'): JsonObject {
  const properties = { ...shared, ...own[type] }
  const configuration = Object.keys(properties).map((name) => [name, `{{ ${name} }}`] as const)
  return {
    job_configuration: Object.fromEntries(configuration),
    variables: { type: 'object', properties },
  }
}
