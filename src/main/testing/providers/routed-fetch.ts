/** A `fetch` that reaches the emulator whatever the address, and tells it whom the request was meant for. */
export function createRoutedFetch(origin: string): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const { host, pathname, search } = new URL(request.url)
    const headers = new Headers(request.headers)
    headers.set('x-original-host', host)
    const body = request.method === 'GET' ? {} : { body: await request.text() }
    const { signal, method } = request
    return globalThis.fetch(new URL(pathname + search, origin), { method, headers, signal, ...body })
  }
}
