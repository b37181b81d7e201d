import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

import { createWriter, type Language } from '../history/write-texts'
import { createRandom } from '../random'

const SEED = 5
const FIRST_SECONDS = 1_700_000_000
const MESSAGES = 20

/** Writes `conversations.json` as ChatGPT exports it, at least so many bytes long. Returns how many messages it holds. */
export async function writeChatGptExport(file: string, bytes: number): Promise<number> {
  const random = createRandom(SEED)
  const writer = createWriter(random)
  const stream = createWriteStream(file)
  stream.write('[')
  let written = 1
  let number = 0
  while (written < bytes) {
    const language: Language = random() < 0.5 ? 'ja' : 'en'
    const lines = Array.from({ length: MESSAGES }, () => writer.text(language, 200 + random() * 1_500))
    const piece = (number === 0 ? '' : ',\n') + JSON.stringify(toConversation(number, lines))
    written += Buffer.byteLength(piece)
    number += 1
    if (!stream.write(piece)) await once(stream, 'drain')
  }
  stream.end(']')
  await finished(stream)
  return number * MESSAGES
}

function toConversation(number: number, texts: readonly string[]): object {
  const id = (index: number): string => `c${number}-m${index}`
  const at = FIRST_SECONDS + number * 600
  const nodes = texts.map((text, index) => [
    id(index),
    {
      id: id(index),
      parent: index === 0 ? null : id(index - 1),
      children: index === texts.length - 1 ? [] : [id(index + 1)],
      message: {
        id: id(index),
        author: { role: index % 2 === 0 ? 'user' : 'assistant' },
        create_time: at + index,
        content: { content_type: 'text', parts: [text] },
        metadata: { model_slug: 'gpt-4o' },
      },
    },
  ])
  return {
    ...{ id: `c${number}`, title: `Conversation ${number}`, create_time: at, update_time: at + texts.length },
    ...{ current_node: id(texts.length - 1), mapping: Object.fromEntries(nodes) as object },
  }
}
