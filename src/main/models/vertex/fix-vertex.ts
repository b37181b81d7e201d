import type { AppErrorCode, AppErrorFacts } from '#shared/app-error'
import type { Fix } from '#shared/connection-test'
import { tokenCreatorCommand } from '#shared/token-creator-command'

import type { ConnectionContext } from '../provider'
import { toVertexConfig } from './vertex-config'

const CONSOLE = 'https://console.cloud.google.com'
const API = 'aiplatform.googleapis.com'

/** The command and the page by which a failure on the way to Vertex AI is mended. */
export function fixVertex(
  code: AppErrorCode,
  facts: AppErrorFacts,
  context: ConnectionContext,
): Fix | undefined {
  const { project, lack, api = API } = facts
  const { kind } = toVertexConfig(context).credentials
  const page = (path: string) =>
    `${CONSOLE}/${path}${project === undefined ? '' : `?project=${encodeURIComponent(project)}`}`
  const projectId = project ?? 'PROJECT_ID'
  // A login by gcloud helps only where no other credentials come before it.
  const login: Fix =
    kind === 'default'
      ? { command: 'gcloud auth application-default login' }
      : { page: page('iam-admin/serviceaccounts') }
  const keys: Fix = { page: page('apis/credentials') }
  const fixes: Partial<Record<AppErrorCode, Fix>> = {
    'missing-credentials': login,
    'rejected-credentials': login,
    'impersonation-denied': {
      command: tokenCreatorCommand(facts),
      page: page('iam-admin/serviceaccounts'),
    },
    ...(kind === 'default' && {
      'missing-project': { command: `gcloud auth application-default set-quota-project ${projectId}` },
    }),
    'api-disabled': {
      command: `gcloud services enable ${api} --project=${projectId}`,
      page: page(`apis/library/${api}`),
    },
    // What a key may do is written down with the key.
    'permission-denied':
      kind === 'api-key' ? keys : { command: roleCommand(projectId, facts), page: page('iam-admin/iam') },
    'key-refused': kind === 'api-key' ? keys : login,
    ...(lack === 'billing' && {
      'no-credit': {
        command: `gcloud billing projects link ${projectId} --billing-account=BILLING_ACCOUNT_ID`,
        page: page('billing/linkedaccount'),
      },
    }),
    'model-not-found': { page: 'https://cloud.google.com/vertex-ai/generative-ai/docs/learn/locations' },
    'rate-limited': { page: page('iam-admin/quotas') },
  }
  return fixes[code]
}

/** Capitals stand for what nobody knew. */
function roleCommand(projectId: string, { member = 'MEMBER', lack }: AppErrorFacts): string {
  const role = lack === 'project-role' ? 'serviceusage.serviceUsageConsumer' : 'aiplatform.user'
  return `gcloud projects add-iam-policy-binding ${projectId} --member="${member}" --role=roles/${role}`
}
