/** A model as the picker offers it. */
export interface ModelChoice {
  /** `provider/model`, for example `vertex/gemini-3.5-flash`. */
  readonly id: string
  readonly name: string
  /** Under which heading it stands. */
  readonly provider: ProviderId
}

export type ProviderId = 'demo' | 'vertex' | 'recording'
