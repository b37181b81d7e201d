/** Shorter ones would blacken ordinary words; no provider gives out such keys. */
const SHORTEST_SECRET = 8

const VARIABLE = /(_API_KEY|_KEY|_TOKEN|_SECRET|_PASSWORD)$/

const known = new Set<string>()

/**
 * Remembers a secret of this process, so that `redact` takes it out of every text whatever it looks like: the keys of
 * some providers are nothing but hexadecimal digits. It is never forgotten again, since a log line may come late.
 */
export function rememberSecret(secret: string): void {
  if (secret.length < SHORTEST_SECRET) return
  known.add(secret)
  known.add(encodeURIComponent(secret))
  // A form writes a few characters otherwise, the tilde of Microsoft's secrets among them.
  known.add(new URLSearchParams({ '': secret }).toString().slice(1))
  known.add(JSON.stringify(secret).slice(1, -1))
}

/** The keys that the environment holds. */
export function rememberSecretsOf(env: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && VARIABLE.test(name)) rememberSecret(value)
  }
}

export function hideKnownSecrets(text: string): string {
  return secretsIn(text).reduce((clean, secret) => clean.replaceAll(secret, '[key]'), text)
}

/** Longest first: a secret may be the beginning of another. */
export function secretsIn(text: string): readonly string[] {
  return [...known]
    .filter((secret) => text.includes(secret))
    .toSorted((one, other) => other.length - one.length)
}
