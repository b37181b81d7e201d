import { toTransportFault } from '../../transport/transport-fault'
import { modelError } from '../model-fault'
import { present } from '../present'
import type { ConnectionCheck, OpenContext } from '../provider'
import type { VertexCredentials } from './credentials'
import { toVertexConfig } from './vertex-config'
import { toHost } from './vertex-host'

/** The way to a model on Vertex AI, looked at step by step; counting tokens is free. */
export function vertexChecks(modelName: string, context: OpenContext): readonly ConnectionCheck[] {
  const config = toVertexConfig(context)
  const { location, credentials: source } = config
  const host = toHost(config)
  let credentials: VertexCredentials | undefined
  let headers: Readonly<Record<string, string>> = {}

  const findThem = async () => {
    const { findCredentials } = await import('./find-credentials')
    credentials = await findCredentials(source, context.fetch)
    return source.kind === 'file' ? source.file : undefined
  }
  const fetchToken = async () => {
    headers = (await credentials?.headers()) ?? {}
    return undefined
  }
  const reach = async (signal: AbortSignal) => {
    await context.fetch(`https://${host}/`, { signal }).catch((cause: unknown) => {
      // Whatever it answers, it was there.
      if (toTransportFault(cause)?.kind !== 'status') throw cause
    })
    return host
  }
  const findProject = () => config.project ?? credentials?.projectId
  const countTokens = async (signal: AbortSignal) => {
    const project = findProject()
    if (source.kind !== 'api-key' && project === undefined) throw modelError({ kind: 'missing-project' })
    const folder = source.kind === 'api-key' ? '' : `projects/${project}/locations/${location}/`
    const path = `v1/${folder}publishers/google/models/${encodeURIComponent(modelName)}:countTokens`
    const body = JSON.stringify({ contents: [{ role: 'user', parts: [{ text: 'Hello' }] }] })
    await context.fetch(`https://${host}/${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
      signal,
    })
    return source.kind === 'api-key' ? undefined : `${project}, ${location}`
  }
  const facts = () => present({ project: findProject(), member: credentials?.member })
  const token: ConnectionCheck = { proves: ['token'], run: fetchToken }
  return [
    {
      proves: ['credentials'],
      run: source.kind === 'api-key' ? () => findThem().then(fetchToken) : findThem,
    },
    ...(source.kind === 'api-key' ? [] : [token]),
    { proves: ['network'], run: reach },
    { proves: ['api', 'permission', 'model'], run: countTokens, facts },
  ]
}
