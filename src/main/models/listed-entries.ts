import { z } from 'zod'

/** The entries that are of this shape. One that is of another, newer perhaps, does not take the others with it. */
export function listedEntries<Entry extends z.ZodType>(entry: Entry) {
  return z.array(z.unknown()).transform((all) =>
    all.flatMap((one) => {
      const parsed = entry.safeParse(one)
      return parsed.success ? [parsed.data] : []
    }),
  )
}

/** What a model is called; an empty name could not be asked for. */
export const listedName = z.string().min(1)

/** A fact that servers leave out, or say as null or as nonsense, is not known. */
export const listedTokens = z.number().positive().optional().catch(undefined)
export const listedTitle = z.string().min(1).optional().catch(undefined)
