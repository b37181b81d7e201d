import { z } from 'zod'

/** The kinds of credentials file that Google hands out. */
export const credentialsFile = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('service_account'),
    client_email: z.string(),
    private_key: z.string(),
    private_key_id: z.string().optional(),
    project_id: z.string().optional(),
  }),
  z.looseObject({
    type: z.literal('authorized_user'),
    client_id: z.string(),
    client_secret: z.string(),
    refresh_token: z.string(),
    quota_project_id: z.string().optional(),
  }),
  z.looseObject({
    type: z.literal('impersonated_service_account'),
    source_credentials: z.unknown(),
    service_account_impersonation_url: z.string().max(256),
    delegates: z.array(z.string()).optional(),
    quota_project_id: z.string().optional(),
  }),
  z.looseObject({ type: z.literal('external_account'), quota_project_id: z.string().optional() }),
  z.looseObject({
    type: z.literal('external_account_authorized_user'),
    quota_project_id: z.string().optional(),
  }),
])

export type CredentialsFile = z.infer<typeof credentialsFile>
