import type { Field, FieldName, FieldProblem } from '#shared/connection'
import type { Requests } from '#shared/contract'

import { isSecret } from '../models/connections'
import { parseHeaders } from '../models/custom-headers'
import type { Provider } from '../models/provider'
import { credentialsFile } from '../models/vertex/credentials-file'
import { isBadPort } from './is-bad-port'

type Changes = Requests['saveConnection']['fields']

interface Problem {
  readonly field: FieldName
  readonly problem: FieldProblem
}

export interface CheckedChanges {
  readonly problems: readonly Problem[]
  /** To be written into the settings; undefined takes a value away. */
  readonly open: Readonly<Record<string, string | undefined>>
  readonly secret: readonly (readonly [FieldName, string | undefined])[]
}

/**
 * Sorts what a form sends into what may be read by everybody and what may not, and finds what makes no sense, and what is
 * missing: `isKnown` tells of a field whether it has a value without these changes.
 */
export function checkChanges(
  provider: Provider,
  changes: Changes,
  isKnown: (field: Field) => boolean,
): CheckedChanges {
  const problems: Problem[] = provider.fields
    .filter((field) => field.isRequired && !changes[field.name] && !isKnown(field))
    .map(({ name }) => ({ field: name, problem: 'required' }))
  const open: Record<string, string | undefined> = {}
  const secret: (readonly [FieldName, string | undefined])[] = []
  for (const [name, text] of Object.entries(changes)) {
    const field = provider.fields.find((each) => each.name === name)
    if (field === undefined) {
      problems.push({ field: name as FieldName, problem: 'unknown' })
      continue
    }
    const value = text === null || text === '' ? undefined : text
    const problem = findProblem(field, value)
    if (problem !== undefined) problems.push({ field: field.name, problem })
    if (isSecret(field)) secret.push([field.name, value])
    else open[field.name] = value
  }
  return { problems, open, secret }
}

function findProblem(field: Field, value: string | undefined): FieldProblem | undefined {
  if (value === undefined) return undefined
  if (field.kind === 'url' && !isWebAddress(value)) return 'not-a-url'
  if (field.kind === 'url' && isBadPort(new URL(value))) return 'bad-port'
  if (field.kind === 'headers' && parseHeaders(value) === undefined) return 'not-a-header'
  if (field.name === 'credentialsJson') return findCredentialsProblem(value)
  // It goes into a header, which takes no other characters; shortened keys are shown with an ellipsis.
  if (field.kind === 'secret' && !/^[\x21-\x7e]+$/.test(value)) return 'not-a-key'
  return undefined
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username } = new URL(text)
  return (protocol === 'https:' || protocol === 'http:') && username === ''
}

function findCredentialsProblem(text: string): FieldProblem | undefined {
  try {
    return credentialsFile.safeParse(JSON.parse(text)).success ? undefined : 'not-credentials'
  } catch {
    return 'not-json'
  }
}
