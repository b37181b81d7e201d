/** How hard a model thinks before it speaks, from not at all to as hard as it can. */
export const THINKING_LEVELS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const
export type ThinkingLevel = (typeof THINKING_LEVELS)[number]

/** From what probability of harm on Gemini blocks an answer. */
export const SAFETY_THRESHOLDS = [
  'BLOCK_LOW_AND_ABOVE',
  'BLOCK_MEDIUM_AND_ABOVE',
  'BLOCK_ONLY_HIGH',
  'OFF',
] as const
export type SafetyThreshold = (typeof SAFETY_THRESHOLDS)[number]

/** What goes to a model beside the conversation. Whatever is absent is left to the model. */
export interface ModelParameters {
  readonly systemPrompt?: string | undefined
  readonly temperature?: number | undefined
  readonly topP?: number | undefined
  /** Tokens, thoughts among them. */
  readonly maxOutputTokens?: number | undefined
  readonly stopSequences?: string[] | undefined
  readonly thinkingLevel?: ThinkingLevel | undefined
  /** Tokens. */
  readonly thinkingBudget?: number | undefined
  readonly safety?: SafetyThreshold | undefined
  readonly seed?: number | undefined
}

export type ParameterName = keyof ModelParameters

/** Both ends are allowed. */
export interface NumberRange {
  readonly least: number
  readonly most: number
}

/** What a model accepts; whatever is absent it refuses, or nobody knows that it takes it. A system prompt it always takes. */
export interface ParameterRules {
  readonly temperature?: NumberRange
  readonly topP?: NumberRange
  readonly maxOutputTokens?: NumberRange
  readonly stopSequences?: { readonly most: number }
  readonly thinkingLevel?: readonly ThinkingLevel[]
  readonly thinkingBudget?: NumberRange
  readonly safety?: true
  readonly seed?: NumberRange
  /** These it refuses while it is given a thinking budget. */
  readonly withoutBudget?: readonly ParameterName[]
}

/** What is sent: of the defaults, and of what was chosen instead, only what the model accepts. */
export function acceptedParameters(
  rules: ParameterRules,
  defaults: ModelParameters,
  own: ModelParameters,
): ModelParameters {
  const wanted = { ...defaults, ...own }
  const hasBudget = wanted.thinkingBudget !== undefined && rules.thinkingBudget !== undefined
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) =>
        value !== undefined &&
        isAccepted(rules, name as ParameterName, value) &&
        !(hasBudget && rules.withoutBudget?.includes(name as ParameterName)),
    ),
  )
}

/** Whether a model takes this value. */
function isAccepted(
  rules: ParameterRules,
  name: ParameterName,
  value: NonNullable<ModelParameters[ParameterName]>,
): boolean {
  switch (name) {
    case 'systemPrompt':
      return value !== ''
    case 'safety':
      return rules.safety === true
    case 'stopSequences':
      return (
        rules.stopSequences !== undefined && (value as readonly string[]).length <= rules.stopSequences.most
      )
    case 'thinkingLevel':
      return rules.thinkingLevel?.includes(value as ThinkingLevel) ?? false
    case 'temperature':
    case 'topP':
    case 'maxOutputTokens':
    case 'thinkingBudget':
    case 'seed':
      return isWithin(rules[name], value as number)
  }
}

function isWithin(range: NumberRange | undefined, value: number): boolean {
  return range !== undefined && value >= range.least && value <= range.most
}
