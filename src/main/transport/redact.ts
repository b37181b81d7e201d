const LONGEST_KEPT = 500

const SECRETS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g, '[private key]'],
  [/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer [token]'],
  [/\bAIza[\w-]{10,}/g, '[key]'],
  [/\bya29\.[\w.-]+/g, '[token]'],
  [/\b1\/\/[\w-]{10,}/g, '[token]'],
  [/\b(sk|pk|rk|gsk|xai|sk-ant)-[\w-]{8,}/g, '[key]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\b(key|api_?key|access_token|refresh_token|client_secret|assertion)=[^&\s"']+/gi, '$1=[secret]'],
  [/("(?:api_?key|access_token|refresh_token|client_secret|private_key)"\s*:\s*")[^"]*/gi, '$1[secret]'],
]

/** Takes everything that looks like a key or a token out of a text that goes to the log or the screen. */
export function redact(text: string): string {
  return SECRETS.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text)
}

/** The same, cut to a length that a log line can bear. */
export function redactBriefly(text: string): string {
  const clean = redact(text)
  return clean.length > LONGEST_KEPT ? `${clean.slice(0, LONGEST_KEPT)}…` : clean
}
