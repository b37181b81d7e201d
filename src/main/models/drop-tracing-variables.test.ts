import { expect, it } from 'vitest'

import { dropTracingVariables } from './drop-tracing-variables'

it('drops what traces or redirects requests, and nothing else', () => {
  const env = {
    LANGSMITH_TRACING: 'true',
    LANGSMITH_GATEWAY: 'https://gateway.example',
    LANGSMITH_API_KEY: 'key',
    LANGCHAIN_TRACING_V2: 'true',
    LANGCHAIN_VERBOSE: 'true',
    langchain_endpoint: 'https://trace.example',
    LC_OUTPUT_VERSION: 'v1',
    LC_ALL: 'ja_JP.UTF-8',
    PATH: '/bin',
    GOOGLE_CLOUD_PROJECT: 'p',
    HTTPS_PROXY: 'http://proxy.example',
  }
  dropTracingVariables(env)
  expect(env).toEqual({
    LC_ALL: 'ja_JP.UTF-8',
    PATH: '/bin',
    GOOGLE_CLOUD_PROJECT: 'p',
    HTTPS_PROXY: 'http://proxy.example',
  })
})
