import type { en } from './en'
import type { Locale } from './locale'

declare module 'use-intl' {
  interface AppConfig {
    readonly Locale: Locale
    readonly Messages: typeof en
  }
}

/** The same keys as in English, with words of their own: a missing one does not compile. */
export type Words = SameKeys<typeof en>

export type SameKeys<Text> = {
  readonly [Key in keyof Text]: Text[Key] extends string ? string : SameKeys<Text[Key]>
}
