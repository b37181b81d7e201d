import { z } from 'zod'

import type { LoadedImage } from '../loaded-image'

/** Base64 of about 90 MB. */
const LONGEST_PNG = 120_000_000

export const pictureRequests = {
  /** Fetches an image of an answer, because the user asked for it. */
  loadImage: z.strictObject({ address: z.string().max(4096) }),
  /** Asks the user where to save a picture, and saves it there. */
  savePng: z.strictObject({
    name: z.string().regex(/^[\w-]{1,80}\.png$/),
    base64: z.base64().startsWith('iVBORw0KGgo').max(LONGEST_PNG),
  }),
}

export interface PictureAnswers {
  loadImage: LoadedImage
  /** Undefined when the user thought better of it. */
  savePng: { readonly savedAs: string | undefined }
}
