/** How the objects of a stream are framed: `alt=sse` asks for events, its absence for one JSON array. */
export interface StreamFormat {
  readonly contentType: string
  frame(json: string, index: number): string
  end(count: number): string
  /** The provider pretty-prints the array, and nothing in an event. */
  toJson(value: unknown): string
}

export const JSON_ARRAY: StreamFormat = {
  contentType: 'application/json; charset=UTF-8',
  frame: (json, index) => `${index === 0 ? '[' : ',\r\n'}${json}\r\n`,
  end: (count) => (count === 0 ? '[]' : ']'),
  toJson: (value) => JSON.stringify(value, null, 2),
}

export const EVENT_STREAM: StreamFormat = {
  contentType: 'text/event-stream',
  frame: (json) => `data: ${json}\r\n\r\n`,
  end: () => '',
  toJson: (value) => JSON.stringify(value),
}
