import { z } from 'zod'

import { parameterFields } from '#shared/requests/parameters'

const text = z.string().trim().min(1).max(1000)

const connection = z
  .object({
    provider: text,
    name: text.optional(),
    defaultModel: text.optional(),
    parameters: z.object(parameterFields).optional(),
  })
  // The provider's own fields, by name; none of them secret.
  .catchall(text)

/** How to reach the providers, as the settings file holds it. Whatever is absent is looked up in the environment. */
export const modelSettings = z.object({
  /** By id. One with the id of its provider adds to what the environment says. */
  connections: z.record(z.string(), connection).optional(),
  /** Fields of the connection `vertex`, as a short form for whoever writes the file by hand. */
  vertex: z
    .object({
      project: text.optional(),
      location: text.optional(),
      /** Host, and port if any, instead of Google's: for a private endpoint, a gateway or a local server. */
      endpoint: text.optional(),
      apiKey: text.optional(),
      credentialsFile: text.optional(),
      /** A model that the list does not know. */
      model: text.optional(),
    })
    .optional(),
  favouriteModels: z.array(text).optional(),
})

export type ModelSettings = z.infer<typeof modelSettings>
export type SavedConnection = z.infer<typeof connection>
