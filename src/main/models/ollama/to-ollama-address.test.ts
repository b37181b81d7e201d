import { expect, it } from 'vitest'

import { toOllamaAddress } from './to-ollama-address'

it.each([
  ['127.0.0.1:11434', 'http://127.0.0.1:11434/'],
  ['0.0.0.0', 'http://127.0.0.1:11434/'],
  ['0.0.0.0:8080', 'http://127.0.0.1:8080/'],
  [':11500', 'http://127.0.0.1:11500/'],
  ['[::]:11500', 'http://[::1]:11500/'],
  ['models.local', 'http://models.local:11434/'],
  ['models.local:80', 'http://models.local/'],
  ['https://models.example', 'https://models.example/'],
  ['http://models.example/ollama', 'http://models.example/ollama'],
  ['no host', 'http://no host'],
])('reaches the server of OLLAMA_HOST=%s at %s', (host, address) =>
  expect(toOllamaAddress(host)).toBe(address),
)
