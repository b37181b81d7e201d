import { useTranslations } from 'use-intl'

import { type ModelParameters, type ParameterRules, SAFETY_THRESHOLDS } from '#shared/parameters'

import { ChoiceField } from './choice-field'
import { LongField } from './long-field'
import { NumberField } from './number-field'
import { numbersOf, readStops, writeStops } from './parameter-text'

interface ParameterFieldsProps {
  readonly rules: ParameterRules
  readonly own: ModelParameters
  /** What holds where nothing is chosen; absent: what the model does by itself. */
  readonly defaults?: ModelParameters
  /** All that is chosen from now on. */
  readonly onChange: (own: ModelParameters) => void
}

/** Everything that the model accepts and nothing else, each with the way back to what is usual. */
export function ParameterFields({ rules, own, defaults = {}, onChange }: ParameterFieldsProps) {
  const words = useTranslations('parameters')
  const change = (changes: ModelParameters): void => onChange(withoutGaps({ ...own, ...changes }))
  const { stopSequences: stops, thinkingLevel: levels } = rules
  return (
    <>
      <LongField
        name="systemPrompt"
        value={own.systemPrompt ?? ''}
        usual={defaults.systemPrompt ?? ''}
        onChange={(text) => change({ systemPrompt: text === '' ? undefined : text })}
      />
      {numbersOf(rules, { ...defaults, ...own }).map(([name, range]) => (
        <NumberField
          key={name}
          {...{ name, range }}
          value={own[name]}
          usual={defaults[name]}
          onChange={(value) => change({ [name]: value })}
        />
      ))}
      {levels !== undefined && (
        <ChoiceField
          name="thinkingLevel"
          choices={levels.map((level) => ({ value: level, label: words(`levels.${level}`) }))}
          value={own.thinkingLevel}
          usual={defaults.thinkingLevel}
          onChange={(thinkingLevel) => change({ thinkingLevel })}
        />
      )}
      {rules.safety === true && (
        <ChoiceField
          name="safety"
          choices={SAFETY_THRESHOLDS.map((value) => ({ value, label: words(`safety.${value}`) }))}
          value={own.safety}
          usual={defaults.safety}
          onChange={(safety) => change({ safety })}
        />
      )}
      {stops !== undefined && (
        <LongField
          name="stopSequences"
          value={writeStops(own.stopSequences)}
          usual={writeStops(defaults.stopSequences)}
          problemOf={(text) =>
            readStops(text).length > stops.most ? words('problems.tooMany', { most: stops.most }) : undefined
          }
          onChange={(text) => {
            const sequences = readStops(text)
            change({ stopSequences: sequences.length === 0 ? undefined : sequences })
          }}
        />
      )}
    </>
  )
}

function withoutGaps(parameters: ModelParameters): ModelParameters {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined))
}
