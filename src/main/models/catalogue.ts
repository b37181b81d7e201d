import { anthropicProvider } from './anthropic/anthropic-provider'
import { azureProvider } from './azure/azure-provider'
import { compatibleProvider } from './compatible/compatible-provider'
import { demoProvider } from './demo/demo-provider'
import { geminiProvider } from './gemini/gemini-provider'
import { ollamaProvider } from './ollama/ollama-provider'
import { openAiProvider } from './openai/openai-provider'
import type { Provider } from './provider'
import { vertexProvider } from './vertex/vertex-provider'

/** In the order of the picker. */
export const PROVIDERS: readonly Provider[] = [
  demoProvider,
  vertexProvider,
  geminiProvider,
  openAiProvider,
  azureProvider,
  anthropicProvider,
  ollamaProvider,
  compatibleProvider,
]
