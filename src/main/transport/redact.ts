import { hideKnownSecrets } from './known-secrets'

const LONGEST_KEPT = 500

const SECRETS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g, '[private key]'],
  [/\b((?:proxy-)?authorization["']?\s*[:=]\s*["']?)(?:\w+\s+)?[^\s"',]+/gi, '$1[secret]'],
  [/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer [token]'],
  [/\bAIza[\w-]{10,}/g, '[key]'],
  [/\bya29\.[\w.-]+/g, '[token]'],
  [/\b1\/\/[\w-]{10,}/g, '[token]'],
  [/\b(sk|pk|rk|xai)-[\w-]{8,}/g, '[key]'],
  [/\b(gsk|hf|nvapi|fw|pplx|r8|csk|tgp)[_-][\w-]{16,}/g, '[key]'],
  [/\bGOCSPX-[\w-]{8,}/g, '[secret]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\b(key|api_?key|access_token|refresh_token|client_secret|assertion)=[^&\s"']+/gi, '$1=[secret]'],
  [
    /("(?:x-)?(?:api[_-]?key|goog-api-key|access_token|refresh_token|client_secret|private_key|password)"\s*:\s*")[^"\\]*(?:\\.[^"\\]*)*/gi,
    '$1[secret]',
  ],
  [/\b((?:x-goog-|x-)?api-key|ocp-apim-subscription-key)(\s*[:=]\s*)[^\s,;"']+/gi, '$1$2[secret]'],
  // A proxy's address may carry its password.
  [/(\/\/[^\s/:@]+:)[^\s/@]+@/g, '$1[secret]@'],
]

/** Takes everything that looks like a key or a token out of a text that goes to the log or the screen. */
export function redact(text: string): string {
  return SECRETS.reduce(
    (clean, [pattern, replacement]) => clean.replace(pattern, replacement),
    hideKnownSecrets(text),
  )
}

/** The same, cut to a length that a log line can bear. */
export function redactBriefly(text: string): string {
  const clean = redact(text)
  return clean.length > LONGEST_KEPT ? `${clean.slice(0, LONGEST_KEPT)}…` : clean
}
