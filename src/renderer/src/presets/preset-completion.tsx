import { type ReactNode, useMemo, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

import type { Preset } from '#shared/preset'

import { type Completion, CompletionContext } from '../ui/completion'
import { fillIn, type Variable, variablesIn } from './fill-in'
import { FillInDialog } from './fill-in-dialog'
import { firstLine } from './first-line'
import { matchPresets, slashAt } from './slash'
import { useSortedPresets } from './use-presets'

interface PresetCompletionProps {
  /** Shows where prompts are written and changed. */
  readonly onManage: () => void
  readonly children: ReactNode
}

/** The line below the prompts. A prompt's key is a UUID. */
const MANAGE = 'manage'

interface Asked {
  readonly preset: Preset
  readonly variables: readonly Variable[]
  readonly settle: (words: string | undefined) => void
}

/** Offers the prompts that are kept after a slash, in every message field within. */
export function PresetCompletion({ onManage, children }: PresetCompletionProps) {
  const words = useTranslations('presets')
  const presets = useSortedPresets()
  const known = useKnownVariables()
  const [asked, setAsked] = useState<Asked>()

  const completion = useMemo<Completion>(() => {
    function suggest(text: string, caret: number) {
      const slash = slashAt(text, caret)
      if (slash === undefined) return undefined
      const found = matchPresets(slash.query, presets).map((preset) => ({
        key: preset.id,
        title: preset.name,
        detail: firstLine(preset.text),
      }))
      const manage = { key: MANAGE, title: words('manage'), detail: words('manageNote') }
      const items = slash.query === '' ? [...found, manage] : found
      return items.length === 0 ? undefined : { from: slash.from, items }
    }

    async function take(key: string): Promise<string | undefined> {
      const preset = presets.find(({ id }) => id === key)
      if (preset === undefined) {
        onManage()
        return ''
      }
      const values = known()
      const text = fillIn(preset.text, values)
      const variables = variablesIn(text)
      if (variables.length === 0) return text
      return new Promise((settle) => setAsked({ preset: { ...preset, text }, variables, settle }))
    }

    return { suggest, take }
  }, [presets, known, words, onManage])

  function settle(filled: string | undefined): void {
    asked?.settle(filled)
    setAsked(undefined)
  }

  return (
    <CompletionContext value={completion}>
      {children}
      {asked !== undefined && (
        <FillInDialog
          name={asked.preset.name}
          variables={asked.variables}
          onFilled={(values) => settle(fillIn(asked.preset.text, values))}
          onLeave={() => settle(undefined)}
        />
      )}
    </CompletionContext>
  )
}

/** What nobody needs to be asked for, under its name in either language. */
function useKnownVariables(): () => ReadonlyMap<string, string> {
  const format = useFormatter()
  return useMemo(
    () => () => {
      const now = new Date()
      const date = format.dateTime(now, { dateStyle: 'long' })
      const time = format.dateTime(now, { timeStyle: 'short' })
      return new Map([
        ['date', date],
        ['日付', date],
        ['time', time],
        ['時刻', time],
      ])
    },
    [format],
  )
}
