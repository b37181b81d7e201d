import type { IncomingHttpHeaders } from 'node:http'

import { credentialsMissing, googleError, serviceDisabled } from './google-errors'

/** https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken */
const PATH = /^\/v1\/projects\/-\/serviceAccounts\/([^/:]+):generateAccessToken$/

/** Whoever is called so may be acted as by nobody here. */
const REFUSED = /^refused@/

/** Of whoever is called so, the API is switched off. */
const OFF = /^off@/

/** A token of another service account; undefined for what asks for something else. */
export function answerImpersonation(path: string, headers: IncomingHttpHeaders, serial: number) {
  const account = PATH.exec(decodeURIComponent(path))?.[1]
  if (account === undefined) return undefined
  if (!headers.authorization) return { status: 401, body: credentialsMissing('GenerateAccessToken') }
  if (REFUSED.test(account)) return { status: 403, body: denied() }
  if (OFF.test(account)) return { status: 403, body: serviceDisabled() }
  const expireTime = new Date(Date.now() + 3_599_000).toISOString()
  return { status: 200, body: { accessToken: `ya29.as-${account}-${serial}`, expireTime } }
}

function denied() {
  const permission = 'iam.serviceAccounts.getAccessToken'
  return googleError(403, {
    message: `Permission '${permission}' denied on resource (or it may not exist).`,
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'IAM_PERMISSION_DENIED',
        domain: 'iam.googleapis.com',
        metadata: { permission },
      },
    ],
  })
}
