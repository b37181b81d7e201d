import type { GenerateContentChunk } from '../../../../../emulators/vertex/generate-content'

/** Answers out of memory, one read for each chunk, so that nothing but the model's own work costs time. */
export function createMemoryFetch(chunks: readonly GenerateContentChunk[]): typeof globalThis.fetch {
  const encoder = new TextEncoder()
  return async (input) => {
    const wantsEvents = String(input).includes('alt=sse')
    const frames = chunks.map((chunk, index) => {
      const json = JSON.stringify({ ...chunk, modelVersion: 'gemini-3.5-flash', responseId: 'response' })
      if (wantsEvents) return `data: ${json}\r\n\r\n`
      return `${index === 0 ? '[' : ',\r\n'}${json}${index === chunks.length - 1 ? ']' : ''}`
    })
    let next = 0
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          const frame = frames[next++]
          if (frame === undefined) controller.close()
          else controller.enqueue(encoder.encode(frame))
        },
      },
      { highWaterMark: 0 },
    )
    return new Response(body, { headers: { 'content-type': 'application/octet-stream' } })
  }
}
