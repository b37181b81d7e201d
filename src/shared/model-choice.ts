/** A model as the picker offers it. */
export interface ModelChoice extends ModelFacts {
  /** `connection/model`, for example `vertex/gemini-3.5-flash`. */
  readonly id: string
  readonly name: string
  /** The id of its provider. */
  readonly provider: string
  /** Under which heading it stands. */
  readonly connection: { readonly id: string; readonly name: string }
  readonly isFavourite?: boolean
  /** A new conversation with this connection begins with it. */
  readonly isDefault?: boolean
  /** The model that its provider proposes in its place, since it has been retired. */
  readonly successor?: string
}

/** What is known of a model. An absent fact is unknown, not false. */
export interface ModelFacts {
  /** Tokens that go in. */
  readonly contextWindow?: number
  /** Tokens that come out at most. */
  readonly outputLimit?: number
  readonly sees?: boolean
  readonly thinks?: boolean
  readonly usesTools?: boolean
  readonly price?: ModelPrice
}

/** US dollars for a million tokens. */
export interface ModelPrice {
  readonly input: number
  readonly output: number
  readonly cached?: number
  /** When the price was looked up. */
  readonly date: string
}
