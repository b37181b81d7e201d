import type { AppErrorCode, AppErrorFacts } from '#shared/app-error'
import type { Fix } from '#shared/connection-test'
import { tokenCreatorCommand } from '#shared/token-creator-command'

const CONSOLE = 'https://console.cloud.google.com'
const API = 'aiplatform.googleapis.com'

/** The command and the page by which a failure on the way to Vertex AI is mended. */
export function fixVertex(code: AppErrorCode, facts: AppErrorFacts): Fix | undefined {
  const { project, file, api = API } = facts
  const page = (path: string) =>
    `${CONSOLE}/${path}${project === undefined ? '' : `?project=${encodeURIComponent(project)}`}`
  const projectId = project ?? 'PROJECT_ID'
  const login: Fix =
    file === undefined
      ? { command: 'gcloud auth application-default login' }
      : { page: page('iam-admin/serviceaccounts') }
  const fixes: Partial<Record<AppErrorCode, Fix>> = {
    'missing-credentials': login,
    'rejected-credentials': login,
    'impersonation-denied': {
      command: tokenCreatorCommand(facts),
      page: page('iam-admin/serviceaccounts'),
    },
    'missing-project': { command: `gcloud auth application-default set-quota-project ${projectId}` },
    'api-disabled': {
      command: `gcloud services enable ${api} --project=${projectId}`,
      page: page(`apis/library/${api}`),
    },
    'permission-denied': {
      command: `gcloud projects add-iam-policy-binding ${projectId} --member="user:$(gcloud config get account)" --role=roles/aiplatform.user`,
      page: page('iam-admin/iam'),
    },
    'key-refused': { page: page('apis/credentials') },
    'model-not-found': { page: 'https://cloud.google.com/vertex-ai/generative-ai/docs/learn/locations' },
    'rate-limited': { page: page('iam-admin/quotas') },
  }
  return fixes[code]
}
