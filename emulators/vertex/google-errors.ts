/** The body of a failed request, as every Google API sends it. */
export interface GoogleErrorBody {
  readonly error: {
    readonly code: number
    readonly message: string
    readonly status: string
    readonly details?: readonly ErrorDetail[]
  }
}

export interface ErrorDetail {
  readonly '@type': string
  readonly [field: string]: unknown
}

/** The model a request was for; `project` and `location` are missing from requests with an API key. */
export interface ModelAddress {
  readonly project?: string
  readonly location?: string
  readonly model: string
}

const SERVICE = 'aiplatform.googleapis.com'

export function serviceDisabled(project = 'demo-project'): GoogleErrorBody {
  const activationUrl = `https://console.developers.google.com/apis/api/${SERVICE}/overview?project=${project}`
  return googleError(403, {
    message: `Vertex AI API has not been used in project ${project} before or it is disabled. Enable it by visiting ${activationUrl} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`,
    details: [
      errorInfo('SERVICE_DISABLED', 'googleapis.com', {
        service: SERVICE,
        serviceTitle: 'Vertex AI API',
        consumer: `projects/${project}`,
        containerInfo: project,
        activationUrl,
      }),
      {
        '@type': 'type.googleapis.com/google.rpc.Help',
        links: [{ description: 'Google developers console API activation', url: activationUrl }],
      },
    ],
  })
}

function permissionDenied(address: ModelAddress): GoogleErrorBody {
  const resource = resourceName(address)
  const permission = 'aiplatform.endpoints.predict'
  return googleError(403, {
    message: `Permission '${permission}' denied on resource '//${SERVICE}/${resource}' (or it may not exist).`,
    details: [errorInfo('IAM_PERMISSION_DENIED', SERVICE, { permission, resource })],
  })
}

function modelNotFound(address: ModelAddress): GoogleErrorBody {
  return googleError(404, {
    message: `Publisher Model \`${resourceName(address)}\` was not found or your project does not have access to it. Please ensure you are using a valid model version. For more information, see: https://cloud.google.com/vertex-ai/generative-ai/docs/learn/model-versions`,
  })
}

function resourceExhausted(): GoogleErrorBody {
  return googleError(429, {
    message:
      'Resource exhausted. Please try again later. Please refer to https://cloud.google.com/vertex-ai/generative-ai/docs/error-code-429 for more details.',
  })
}

export function apiKeyInvalid(): GoogleErrorBody {
  const message = 'API key not valid. Please pass a valid API key.'
  return googleError(400, {
    message,
    details: [
      errorInfo('API_KEY_INVALID', 'googleapis.com', { service: SERVICE }),
      { '@type': 'type.googleapis.com/google.rpc.LocalizedMessage', locale: 'en-US', message },
    ],
  })
}

export function credentialsMissing(rpc: string): GoogleErrorBody {
  return googleError(401, {
    message:
      'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
    details: [
      errorInfo('CREDENTIALS_MISSING', 'googleapis.com', {
        service: SERVICE,
        method: `google.cloud.aiplatform.v1.PredictionService.${rpc}`,
      }),
    ],
  })
}

/** The body Google documents for a status, about the model that was asked. */
export function errorForStatus(status: number, address: ModelAddress): GoogleErrorBody {
  switch (status) {
    case 403:
      return permissionDenied(address)
    case 404:
      return modelNotFound(address)
    case 429:
      return resourceExhausted()
    default:
      return googleError(status, { message: MESSAGES[status] ?? 'The request failed.' })
  }
}

/** `status` comes from the table that google.rpc.Code documents for each HTTP status. */
export function googleError(
  code: number,
  error: { readonly message: string; readonly details?: readonly ErrorDetail[] },
): GoogleErrorBody {
  const { message, details } = error
  const status = RPC_STATUSES[code] ?? 'UNKNOWN'
  return { error: { code, message, status, ...(details ? { details } : {}) } }
}

function errorInfo(reason: string, domain: string, metadata: Readonly<Record<string, string>>): ErrorDetail {
  return { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain, metadata }
}

function resourceName({ project = 'demo-project', location = 'global', model }: ModelAddress): string {
  return `projects/${project}/locations/${location}/publishers/google/models/${model}`
}

const RPC_STATUSES: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ABORTED',
  429: 'RESOURCE_EXHAUSTED',
  499: 'CANCELLED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
}

const MESSAGES: Readonly<Record<number, string>> = {
  400: 'Request contains an invalid argument.',
  401: 'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
  499: 'The operation was cancelled.',
  500: 'Internal error encountered.',
  503: 'The model is overloaded. Please try again later.',
  504: 'Deadline expired before operation could complete.',
}
