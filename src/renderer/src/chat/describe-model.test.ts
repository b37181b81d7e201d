import { expect, it } from 'vitest'

import { MODELS } from '../testing/fake-bridge'
import { describeModel } from './describe-model'

it.each([
  ['vertex/gemini-pro', { name: 'Gemini Pro', isDemo: false }],
  ['demo/flow', { name: 'Demo', isDemo: true }],
  ['vertex/retired', { name: 'retired', isDemo: false }],
  ['demo/retired', { name: 'retired', isDemo: true }],
])('calls %s by a name', (modelId, description) => {
  expect(describeModel(MODELS, modelId)).toEqual(description)
})
