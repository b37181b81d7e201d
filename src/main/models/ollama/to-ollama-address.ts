const PORT = '11434'

/**
 * The address of a server that `OLLAMA_HOST` names, of which any part may be missing, and which may be where it listens instead of
 * where it is reached. Source: https://github.com/ollama/ollama/blob/main/envconfig/config.go
 */
export function toOllamaAddress(host: string): string {
  const hasScheme = host.includes('://')
  const address = hasScheme ? host : `http://${host.startsWith(':') ? '127.0.0.1' : ''}${host}`
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  if (!hasScheme && url.port === '' && !/:80(\/|$)/.test(host)) url.port = PORT
  if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1'
  if (url.hostname === '[::]') url.hostname = '[::1]'
  return url.href
}
