import { createContext, use, useMemo } from 'react'
import { useLocale } from 'use-intl'
import { useStore } from 'zustand'

import type { Preset } from '#shared/preset'

import type { Presets } from './presets'

export const PresetsContext = createContext<Presets | undefined>(undefined)

export function usePresets(): Presets {
  const presets = use(PresetsContext)
  if (presets === undefined) throw new Error('usePresets needs a PresetsContext above it')
  return presets
}

/** By name, as the reader's language orders them. */
export function useSortedPresets(): readonly Preset[] {
  const locale = useLocale()
  const presets = useStore(usePresets().store, (state) => state.presets)
  return useMemo(() => {
    const order = new Intl.Collator(locale, { numeric: true })
    return presets.toSorted((one, other) => order.compare(one.name, other.name))
  }, [presets, locale])
}
