import { expect, it } from 'vitest'

import { toNetworkFaultKind } from './network-fault-kind'

/** As undici reports it: a TypeError around the socket's error. */
function undici(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('inner'), { code }) })
}

it.each([
  ['ECONNREFUSED', 'refused'],
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['ETIMEDOUT', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['UND_ERR_CONNECT_TIMEOUT', 'unreachable'],
  ['ECONNRESET', 'reset'],
  ['EPIPE', 'reset'],
  ['UND_ERR_SOCKET', 'reset'],
  ['HPE_INVALID_CHUNK_SIZE', 'reset'],
  ['CERT_HAS_EXPIRED', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
  ['SOMETHING_NEW', 'unknown'],
])('reads %s of Node as %s', (code, kind) => {
  expect(toNetworkFaultKind(undici(code))).toBe(kind)
})

it.each([
  ['ERR_CONNECTION_REFUSED', 'refused'],
  ['ERR_NAME_NOT_RESOLVED', 'dns'],
  ['ERR_INTERNET_DISCONNECTED', 'unreachable'],
  ['ERR_CONNECTION_TIMED_OUT', 'unreachable'],
  ['ERR_PROXY_CONNECTION_FAILED', 'proxy'],
  ['ERR_PROXY_AUTH_UNSUPPORTED', 'proxy'],
  ['ERR_NO_SUPPORTED_PROXIES', 'proxy'],
  ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
  ['ERR_SOCKS_CONNECTION_FAILED', 'proxy'],
  ['ERR_PROXY_CERTIFICATE_INVALID', 'proxy'],
  ['ERR_CERT_AUTHORITY_INVALID', 'tls'],
  ['ERR_CERT_DATE_INVALID', 'tls'],
  ['ERR_SSL_PROTOCOL_ERROR', 'tls'],
  ['ERR_CONNECTION_RESET', 'reset'],
  ['ERR_CONNECTION_CLOSED', 'reset'],
  ['ERR_EMPTY_RESPONSE', 'reset'],
  ['ERR_INCOMPLETE_CHUNKED_ENCODING', 'reset'],
  ['ERR_NETWORK_CHANGED', 'reset'],
  ['ERR_HTTP2_PROTOCOL_ERROR', 'reset'],
  ['ERR_NETWORK_IO_SUSPENDED', 'suspended'],
  ['ERR_TOO_MANY_REDIRECTS', 'redirected'],
  ['ERR_SOMETHING_NEW', 'unknown'],
])('reads net::%s of Electron, which has no code, as %s', (name, kind) => {
  expect(toNetworkFaultKind(new Error(`net::${name}`))).toBe(kind)
})

it('reads what Node throws when neither IPv6 nor IPv4 answers', () => {
  const attempts = ['::1', '127.0.0.1'].map((address) =>
    Object.assign(new Error(address), { code: 'ECONNREFUSED' }),
  )
  const cause = new TypeError('fetch failed', { cause: new AggregateError(attempts) })
  expect(toNetworkFaultKind(cause)).toBe('refused')
})

it('reads the words of undici where it has no code', () => {
  const kinds = [
    new TypeError('terminated'),
    new TypeError('fetch failed', { cause: new Error('unexpected redirect') }),
    new TypeError('fetch failed', { cause: new Error('Proxy response (407) !== 200 when HTTP Tunneling') }),
  ].map(toNetworkFaultKind)
  expect(kinds).toEqual(['reset', 'redirected', 'proxy'])
})

it('is not led in circles by an error that is its own cause', () => {
  const cause = new Error('round')
  cause.cause = cause
  expect(toNetworkFaultKind(cause)).toBe('unknown')
})
