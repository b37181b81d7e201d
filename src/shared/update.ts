/** A newer release than this one. */
export interface Release {
  readonly version: string
  /** What is new in it, as Markdown; empty when it says nothing. */
  readonly notes: string
}

/** Why this Nagare does not update itself. */
export type Hindrance =
  /** The administrator does not want it. */
  | 'policy'
  /** It was built from source and is run where it was built. */
  | 'source'
  /** It came as a package that only the system may replace. */
  | 'package'
  /** It is one file that is run from anywhere. */
  | 'portable'
  /** Whoever built it named no place for updates. */
  | 'no-place'

export type UpdateProblem =
  | 'unreachable'
  /** What came is not what was announced. It was thrown away. */
  | 'damaged'
  /** Whoever signed it is not who signed this one. It was thrown away. */
  | 'unsigned'
  | 'disk-full'
  | 'other'

/** Where an update stands. Each step forward is one that the user asked for. */
export type UpdateState =
  | { readonly step: 'idle' | 'checking' | 'current' | 'installing' }
  /** `page` is where releases can be had by hand, when there is such a place. */
  | { readonly step: 'hindered'; readonly by: Hindrance; readonly page?: string }
  /** `isUnasked` when Nagare looked by itself. */
  | { readonly step: 'found'; readonly release: Release; readonly isUnasked: boolean }
  /** `percent` is a whole number. */
  | { readonly step: 'downloading'; readonly release: Release; readonly percent: number }
  /** Downloaded and verified. `waits` when it is to be installed as soon as no answer is being written. */
  | { readonly step: 'ready'; readonly release: Release; readonly waits: boolean }
  /** With the release when it was being downloaded. */
  | { readonly step: 'failed'; readonly problem: UpdateProblem; readonly release?: Release }
