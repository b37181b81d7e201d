import { JSONParser } from '@streamparser/json'

/** A value one step below the top of a JSON file: its key or its index there. */
export interface JsonValue {
  readonly key: string | number
  readonly value: unknown
}

/**
 * The values of a JSON array or object one by one, so that never more than one of them is in memory.
 * `deeper` names keys whose arrays are taken apart too. Throws where the text is no JSON, after everything before it.
 */
export async function* jsonValues(
  chunks: AsyncIterable<Uint8Array>,
  deeper: readonly string[] = [],
): AsyncGenerator<JsonValue, void> {
  const found: JsonValue[] = []
  let failure: Error | undefined
  const parser = new JSONParser({
    paths: ['$.*', ...deeper.map((key) => `$.${key}.*`)],
    keepStack: false,
  })
  parser.onValue = ({ key, value }) => {
    if (key !== undefined) found.push({ key, value })
  }
  parser.onError = (error) => {
    failure ??= error
  }
  for await (const chunk of chunks) {
    if (!parser.isEnded) parser.write(chunk)
    yield* found.splice(0)
    if (failure !== undefined) throw failure
  }
  if (!parser.isEnded) throw new SyntaxError('the text ends in the middle')
}
