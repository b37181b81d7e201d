/** What an id of a connection is made of. */
export const CONNECTION_ID = /^[a-z0-9][a-z0-9-]{0,39}$/

/** One way to reach a provider's models, under a name of its own. Nothing in it is secret. */
export interface Connection {
  /** Stands before the slash of its models' ids, so it never changes. */
  readonly id: string
  /** The id of its provider. */
  readonly provider: string
  readonly name: string
  /** `found`: in the environment or on this computer, without anybody's doing. */
  readonly origin: 'built-in' | 'found' | 'saved'
  /** Of a built-in one: what it logs in with is on this computer or in the environment. Nobody was asked whether it holds. */
  readonly hasCredentials?: true
  /** What is set, by the field's name. A field that is not set is absent. */
  readonly fields: Readonly<Partial<Record<FieldName, FieldState>>>
  /** The name of the model that a new conversation begins with. */
  readonly defaultModel?: string
}

export type FieldState = FieldSource & (OpenField | SecretField)

interface FieldSource {
  readonly from: 'settings' | 'environment'
  /** The environment variable that it comes from. */
  readonly variable?: string
}

interface OpenField {
  readonly isSecret: false
  readonly value: string
}

/** All that a window ever learns of a secret. */
interface SecretField {
  readonly isSecret: true
  /** Empty for a secret that is short, or longer than one line. */
  readonly lastFour: string
  /** The names of custom headers, whose values are secret. */
  readonly headerNames?: readonly string[]
}

/** A provider as the settings offer it: its form is drawn from this alone. */
export interface ProviderDescription {
  readonly id: string
  /** A proper name, the same in every language. */
  readonly title: string
  readonly fields: readonly Field[]
  /** Whether the user can add connections to it. */
  readonly isAddable: boolean
  /** Where keys for it are made. */
  readonly keyPage?: string
}

export interface Field {
  readonly name: FieldName
  /** `headers`: lines of `Name: value`, secret like a key. A `choice` takes other words too when it says so. */
  readonly kind: 'text' | 'url' | 'secret' | 'choice' | 'headers'
  readonly isRequired?: boolean
  readonly isMultiline?: boolean
  readonly placeholder?: string
  readonly choices?: readonly string[]
  readonly takesOther?: boolean
  /** Environment variables that fill it when nothing else does, the first that is set. */
  readonly variables?: readonly string[]
}

/** The vocabulary of every provider's form. The window has a label for each. */
export type FieldName =
  | 'apiKey'
  | 'apiVersion'
  | 'authority'
  | 'baseUrl'
  | 'clientId'
  | 'clientSecret'
  | 'credentialsFile'
  | 'credentialsJson'
  | 'deployment'
  | 'endpoint'
  | 'entraToken'
  | 'headers'
  | 'impersonate'
  | 'location'
  | 'model'
  | 'organization'
  | 'project'
  | 'tenantId'

export type FieldProblem =
  | 'unknown'
  | 'required'
  | 'not-a-url'
  | 'bad-port'
  | 'not-a-header'
  | 'not-a-key'
  | 'not-json'
  /** JSON that no way to log in at Google begins with. */
  | 'not-credentials'
