/** How a secret is kept. `protected`: encrypted by the system; `unprotected`: readable by every program of this user. */
export type SecretKeeping = 'protected' | 'unprotected' | 'this-run'

/** `unreadable`: it is stored, and the system no longer decrypts it. Another user, computer or password store did. */
export type SecretState = SecretKeeping | 'unreadable'
