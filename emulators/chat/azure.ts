import type { Dialect } from './dialect'
import { complainOpenAi, complete, OPENAI, wantsUsage } from './openai'

/** Azure OpenAI: OpenAI's stream behind a deployment's own address, with a filter's verdict before it. */
export const AZURE: Dialect = {
  ...OPENAI,
  recognise: ({ method, path }) => {
    const { pathname, searchParams } = new URL(path, 'http://emulator')
    if (!searchParams.has('api-version')) return undefined
    const [, model] = /^\/openai\/deployments\/([^/]+)\/chat\/completions$/.exec(pathname) ?? []
    if (method === 'POST' && model !== undefined) return { for: 'answer', model }
    return method === 'GET' && pathname === '/openai/models' ? { for: 'models' } : undefined
  },
  hasKey: ({ 'api-key': key, authorization = '' }) => Boolean(key) || /^Bearer \S/.test(authorization),
  complaint: complainOpenAi,
  chunks: (said, { model, body }) => {
    const filter = { prompt_filter_results: [{ prompt_index: 0, content_filter_results: {} }] }
    return [
      { json: { id: '', object: '', created: 0, model: '', choices: [], ...filter } },
      ...complete(said, model, wantsUsage(body)),
    ]
  },
  failure: (status, message) => {
    const [code, usual] = FAILURES[status] ?? [String(status), 'The service is temporarily unable to answer.']
    return { error: { code, message: message ?? usual } }
  },
}

/** What Azure answers to a prompt that its filter refuses. */
export const PROMPT_BLOCKED = {
  error: {
    message:
      "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
    type: null,
    param: 'prompt',
    code: 'content_filter',
    status: 400,
    innererror: { code: 'ResponsibleAIPolicyViolation', content_filter_result: {} },
  },
}

const FAILURES: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['BadRequest', 'Invalid request.'],
  401: ['401', 'Access denied due to invalid subscription key or wrong API endpoint.'],
  403: ['403', 'The principal lacks the required data action.'],
  404: ['DeploymentNotFound', 'The API deployment for this resource does not exist.'],
  429: ['429', 'Requests have exceeded the token rate limit of your pricing tier.'],
}
