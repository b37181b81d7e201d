import { demoProvider } from './demo/demo-provider'
import type { Provider } from './provider'
import { vertexProvider } from './vertex/vertex-provider'

/** In the order of the picker. */
export const PROVIDERS: readonly Provider[] = [demoProvider, vertexProvider]
