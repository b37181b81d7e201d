/** What became of an image that the user asked for. */
export type LoadedImage =
  | { readonly outcome: 'loaded'; readonly type: ImageType; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly outcome: ImageRefusal }

export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif'

export type ImageRefusal =
  /** Neither `http` nor `https`, or with a name or password in it. */
  | 'not-allowed'
  /** It lies on this computer or in the network around it. */
  | 'private-host'
  | 'not-found'
  | 'refused-by-host'
  | 'not-an-image'
  | 'too-large'
  | 'too-many-redirects'
  | 'unreachable'
