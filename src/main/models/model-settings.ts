import { z } from 'zod'

const text = z.string().trim().min(1).max(1000)

/** How to reach the providers, as the settings file holds it. Whatever is absent is looked up in the environment. */
export const modelSettings = z.object({
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
})

export type ModelSettings = z.infer<typeof modelSettings>
