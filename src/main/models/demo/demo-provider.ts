import type { Provider } from '../provider'
import { ChatDemo } from './chat-demo'
import { wait } from './wait'

/** Any number will do: it makes the rhythm of an answer the same every time. */
const SEED = 9

/** The embedded model that needs no key and no network: a first answer within seconds of the first start. */
export const demoProvider: Provider = {
  id: 'demo',
  title: 'Demo',
  fields: [],
  isBuiltIn: true,
  isAddable: false,
  takesPrefill: () => true,
  models: () => [{ name: 'flow', title: 'Demo' }],
  checks: () => [],
  open: async () => new ChatDemo({ seed: SEED, wait }),
}
