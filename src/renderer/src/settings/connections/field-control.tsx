import { X } from 'lucide-react'
import { useId } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

import type { Field, FieldProblem, FieldState } from '#shared/connection'
import type { SecretState } from '#shared/secret'

import { IconButton } from '../../ui/icon-button'
import { TextArea } from '../../ui/text-area'
import styles from './connections.module.css'

interface FieldControlProps {
  readonly field: Field
  readonly state: FieldState | undefined
  readonly secretState: SecretState | undefined
  /** Undefined as long as nothing was typed; null takes the value away. */
  readonly draft: string | null | undefined
  readonly problem: FieldProblem | undefined
  readonly onChange: (draft: string | null) => void
}

/** One field of a provider. What is secret is never shown again: only that it is set, and how it ends. */
export function FieldControl({ field, state, secretState, draft, problem, onChange }: FieldControlProps) {
  const words = useTranslations('connections')
  const id = useId()
  const { name, kind, isMultiline = false, isRequired = false, choices, placeholder = '' } = field
  const isSecret = kind === 'secret' || kind === 'headers'
  const value = draft ?? (draft === undefined && state?.isSecret === false ? state.value : '')
  const hint = useHint({ state, secretState, isCleared: draft === null })
  const common = {
    id,
    value,
    'aria-describedby': `${id}-hint`,
    'aria-required': isRequired,
    'aria-invalid': problem !== undefined,
    autoComplete: 'off',
    spellCheck: false,
    placeholder: state?.isSecret === true && draft === undefined ? '••••••••' : placeholder,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  }

  return (
    <div className={styles.field}>
      <label htmlFor={id}>{words(`fields.${name}`)}</label>
      <span className={styles.entry}>
        {isMultiline || kind === 'headers' ? (
          <TextArea {...common} rows={3} />
        ) : (
          <input {...common} type={isSecret ? 'password' : 'text'} list={choices && `${id}-choices`} />
        )}
        {choices && (
          <datalist id={`${id}-choices`}>
            {choices.map((choice) => (
              <option key={choice} value={choice} />
            ))}
          </datalist>
        )}
        {state?.from === 'settings' && draft !== null && (
          <IconButton
            icon={X}
            label={words('clear', { field: words(`fields.${name}`) })}
            onPress={() => onChange(null)}
          />
        )}
      </span>
      <span id={`${id}-hint`} className={styles.facts}>
        {problem === undefined ? hint : <span role="alert">{words(`problems.${problem}`)}</span>}
      </span>
    </div>
  )
}

interface HintParts extends Pick<FieldControlProps, 'state' | 'secretState'> {
  readonly isCleared: boolean
}

function useHint({ state, secretState, isCleared }: HintParts): string {
  const words = useTranslations('connections')
  const format = useFormatter()
  const told = (lastFour: string) => (lastFour === '' ? '' : words('endsWith', { lastFour }))
  const named = (names: readonly string[] = []) =>
    names.length === 0 ? '' : words('headerNames', { names: format.list(names) })
  if (isCleared) return words('willBeCleared')
  if (secretState === 'unreadable') return words('kept.unreadable')
  if (state === undefined) return ''
  const ending = state.isSecret ? `${told(state.lastFour)}${named(state.headerNames)}` : ''
  if (state.from === 'environment') {
    return `${words('fromEnvironment', { variable: state.variable ?? '' })}${ending}`
  }
  if (!state.isSecret) return ''
  return `${words(`kept.${secretState ?? 'this-run'}`)}${ending}`
}
