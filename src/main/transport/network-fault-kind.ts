import type { NetworkFaultKind } from './transport-fault'

const DEEPEST_CAUSE = 10

/** Names as Node and undici put them into `error.code`, and as Chromium puts them behind `net::`. */
const KINDS: readonly (readonly [kind: NetworkFaultKind, name: RegExp])[] = [
  [
    'proxy',
    /^ERR_(PROXY|TUNNEL|SOCKS|MANDATORY_PROXY|UNEXPECTED_PROXY)_|^ERR_PAC_|^ERR_NO_SUPPORTED_PROXIES$/,
  ],
  ['refused', /^(ECONNREFUSED|ERR_CONNECTION_REFUSED)$/],
  ['dns', /^(ENOTFOUND|EAI_\w+|ENODATA|ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|ERR_DNS_\w+)$/],
  [
    'unreachable',
    /^(ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|EADDRNOTAVAIL|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$|^ERR_(INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|ADDRESS_INVALID|CONNECTION_TIMED_OUT|CONNECTION_FAILED|NETWORK_ACCESS_DENIED|TIMED_OUT)$/,
  ],
  [
    'tls',
    /^(CERT_\w+|CRL_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_\w+|UNABLE_TO_\w+|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|EPROTO|ERR_TLS_\w+|ERR_CERT_\w+|ERR_SSL_\w+|ERR_BAD_SSL_\w+)$/,
  ],
  ['suspended', /^ERR_NETWORK_IO_SUSPENDED$/],
  ['redirected', /^ERR_(TOO_MANY_REDIRECTS|UNSAFE_REDIRECT|INVALID_REDIRECT)$/],
  [
    'reset',
    /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|HPE_\w+)$|^ERR_(CONNECTION_RESET|CONNECTION_CLOSED|CONNECTION_ABORTED|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|CONTENT_LENGTH_MISMATCH|INVALID_CHUNKED_ENCODING|NETWORK_CHANGED|HTTP2_\w+|QUIC_\w+|SOCKET_NOT_CONNECTED|INVALID_HTTP_RESPONSE)$/,
  ],
]

/** What undici says only in words. */
const WORDS: readonly (readonly [kind: NetworkFaultKind, words: RegExp])[] = [
  ['proxy', /^Proxy response \(\d+\)/],
  ['redirected', /\bredirect/i],
  ['reset', /^(terminated|other side closed|socket hang up)$/],
]

/** Tells by name what broke, for Node's fetch and for Electron's `net.fetch`, whose errors have no code. */
export function toNetworkFaultKind(cause: unknown): NetworkFaultKind {
  const errors = unwrap(cause)
  return (
    firstMatch(KINDS, errors.map(nameOf)) ??
    firstMatch(
      WORDS,
      errors.map(({ message }) => message),
    ) ??
    'unknown'
  )
}

function firstMatch<Kind>(table: readonly (readonly [Kind, RegExp])[], texts: readonly string[]) {
  return table.find(([, pattern]) => texts.some((text) => pattern.test(text)))?.[0]
}

/** `AggregateError` is what Node throws when it tried IPv6 and IPv4 and neither answered. */
function unwrap(cause: unknown, depth = 0): readonly Error[] {
  if (!(cause instanceof Error) || depth >= DEEPEST_CAUSE) return []
  const inner = cause instanceof AggregateError ? cause.errors : []
  return [cause, ...[cause.cause, ...inner].flatMap((next) => unwrap(next, depth + 1))]
}

function nameOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code
  return /\bnet::(ERR_\w+)/.exec(error.message)?.[1] ?? ''
}
