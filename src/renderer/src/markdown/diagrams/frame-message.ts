/** What the page asks its frame to draw. */
export interface DrawRequest {
  readonly type: 'draw'
  readonly id: number
  readonly source: string
  readonly look: Look
  /** Of the page, for the font. */
  readonly language: string
}

export type Look = 'light' | 'dark'

/** What the frame says to the page. */
export type FrameMessage =
  | { readonly type: 'ready' }
  | ({ readonly type: 'drawn'; readonly id: number } & Picture)
  | { readonly type: 'failed'; readonly id: number; readonly line: number | undefined }

/** A diagram as it was drawn. */
export interface Picture {
  readonly svg: string
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  /** What its author calls it and says of it; empty for nothing. */
  readonly title: string
  readonly description: string
}
