import type { AppError, AppErrorCode, AppErrorFacts } from '#shared/app-error'
import type { TestStep, TestStepName } from '#shared/connection-test'

import { toAppError } from '../chat/to-app-error'
import { modelError } from '../models/model-fault'
import type { ConnectionCheck, OpenContext, Provider } from '../models/provider'
import { settleUnlessAborted } from '../transport/settle-unless-aborted'
import { askFirstToken } from './ask-first-token'

export interface TestedConnection {
  readonly provider: Provider
  readonly modelName: string
  readonly context: OpenContext
  /** What the sentence about a failure may name. */
  readonly facts: AppErrorFacts
}

export interface TestOptions {
  readonly signal: AbortSignal
  /** Milliseconds that never run backwards. */
  readonly now: () => number
  readonly onProgress: (steps: readonly TestStep[]) => void
}

/** As a request travels. */
const ORDER: readonly TestStepName[] = [
  'credentials',
  'token',
  'network',
  'api',
  'permission',
  'model',
  'first-token',
]

interface Check extends Omit<ConnectionCheck, 'proves'> {
  readonly proves: readonly TestStepName[]
}

/** Walks the way to a first token and names the step that fails. What comes after it is not reached. */
export async function testConnection(
  { provider, modelName, context, facts }: TestedConnection,
  { signal, now, onProgress }: TestOptions,
): Promise<readonly TestStep[]> {
  const ways = provider.checks(modelName, context)
  const checks =
    modelName === ''
      ? withoutModel(ways)
      : withFirstToken(ways, () => askFirstToken(() => provider.open(modelName, context), signal))
  const names = ORDER.filter((name) => checks.some(({ proves }) => proves.includes(name)))
  let steps: readonly TestStep[] = names.map((name) => ({ name, status: 'waiting' }))
  const set = (change: (step: TestStep) => TestStep) => {
    steps = steps.map(change)
    onProgress(steps)
  }
  for (const { proves, run } of checks) {
    set((step) => (proves.includes(step.name) ? { name: step.name, status: 'running' } : step))
    const startedAt = now()
    try {
      // A token is fetched by libraries that know no signal.
      const detail = await settleUnlessAborted(run(signal), signal)
      const passed = { status: 'passed', ms: now() - startedAt } as const
      set((step) =>
        proves.includes(step.name)
          ? { name: step.name, ...passed, ...(detail === undefined ? {} : { detail }) }
          : step,
      )
    } catch (cause) {
      const ms = now() - startedAt
      if (signal.aborted) set(({ name }) => ({ name, status: 'not-reached' }))
      else {
        const found = checks.map((check) => check.facts?.())
        const explained = checks.reduce<unknown>(
          (failure, { explain }) => explain?.(failure) ?? failure,
          cause,
        )
        const error = toAppError(explained, Object.assign({}, facts, ...found) as AppErrorFacts)
        const failing = stepOf(error.code, names) ?? firstInDoubt(proves, error)
        const fix = provider.fix?.(error.code, { ...facts, ...error.facts }, context)
        set((step) => toVerdict(step, failing, { ms, error, ...(fix === undefined ? {} : { fix }) }))
      }
      return steps
    }
  }
  return steps
}

type Failure = Omit<Extract<TestStep, { readonly status: 'failed' }>, 'name' | 'status'>

function toVerdict(step: TestStep, failing: TestStepName, failure: Failure): TestStep {
  const { name } = step
  if (name === failing) return { name, status: 'failed', ...failure }
  if (ORDER.indexOf(name) > ORDER.indexOf(failing)) return { name, status: 'not-reached' }
  // An answer that refuses at one step has let through at those before it.
  return step.status === 'passed' ? step : { name, status: 'passed', ms: failure.ms }
}

/** Where a model cannot be asked for by its name, its first token proves that it is there. */
function withFirstToken(checks: readonly ConnectionCheck[], run: ConnectionCheck['run']): readonly Check[] {
  const isModelProven = checks.length === 0 || checks.some(({ proves }) => proves.includes('model'))
  return [...checks, { proves: isModelProven ? ['first-token'] : ['model', 'first-token'], run }]
}

/** All that can be known of a connection that has no model yet. */
function withoutModel(checks: readonly ConnectionCheck[]): readonly Check[] {
  const run = () => Promise.reject(modelError({ kind: 'unknown-model', modelId: '' }))
  return [
    ...checks.filter(({ proves }) => !proves.includes('model')),
    { proves: ['model', 'first-token'], run },
  ]
}

/**
 * Whatever else goes wrong, such as a server that stumbles, shows at the first step that was not proven yet. An answer with a
 * status has proven the network.
 */
function firstInDoubt(proves: readonly TestStepName[], { facts }: AppError): TestStepName {
  if (proves.includes('first-token')) return 'first-token'
  const inDoubt = facts?.status === undefined ? proves : proves.filter((name) => name !== 'network')
  return inDoubt[0] ?? 'first-token'
}

const STEP_OF_CODE: Partial<Record<AppErrorCode, readonly TestStepName[]>> = {
  'missing-credentials': ['credentials'],
  'missing-project': ['credentials'],
  'rejected-credentials': ['token', 'permission'],
  'impersonation-denied': ['token', 'permission'],
  'entra-refused': ['token'],
  'token-expired': ['permission'],
  offline: ['network'],
  'connection-refused': ['network'],
  'host-not-found': ['network'],
  'tls-failed': ['network'],
  'proxy-failed': ['network'],
  'wrong-address': ['network'],
  'api-disabled': ['api', 'permission'],
  'key-refused': ['permission'],
  'permission-denied': ['permission'],
  'no-credit': ['permission'],
  'model-not-found': ['model'],
}

/** A failure may show later than the step that it belongs to: a key that may list models may still not ask one. */
function stepOf(code: AppError['code'], names: readonly TestStepName[]): TestStepName | undefined {
  return STEP_OF_CODE[code]?.find((name) => names.includes(name))
}
