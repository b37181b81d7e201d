import type { ModelChoice } from '#shared/model-choice'

export interface ModelDescription {
  readonly name: string
  readonly isDemo: boolean
}

/** What to call the model of a reply, even one that is no longer offered. */
export function describeModel(models: readonly ModelChoice[], modelId: string): ModelDescription {
  const [provider, ...rest] = modelId.split('/')
  const choice = models.find(({ id }) => id === modelId)
  return {
    name: choice?.name ?? (rest.join('/') || modelId),
    isDemo: (choice?.provider ?? provider) === 'demo',
  }
}
