import type { ContentBlock } from '@langchain/core/messages'
import type { ToolCallChunk } from '@langchain/core/messages/tool'

import type { AnswerSoFar } from './gemini-chunk'
import type { GeminiPart } from './gemini-response'

/**
 * A content block of the finished message. Text goes on in the last block as long as its kind stays the same and no
 * signature has closed it: Gemini wants a signed part back as it was, with nothing joined to it.
 */
export interface Block {
  readonly kind: 'text' | 'reasoning' | 'media'
  readonly signature: string
  /** Of its text, in UTF-16 units. */
  readonly length: number
}

type Content = (ContentBlock & { readonly index: number })[]

interface ReadParts {
  readonly blocks: readonly Block[]
  readonly callSignatures: readonly string[]
  readonly content: string | Content
  readonly calls: ToolCallChunk[]
  /** The answer's words alone, without thoughts. */
  readonly text: string
}

/** All parts of one chunk, in order: LangChain's own mapping keeps the first and drops the others. */
export function readParts(
  soFar: Pick<AnswerSoFar, 'blocks' | 'callSignatures'>,
  parts: readonly GeminiPart[],
  responseId: string | undefined,
): ReadParts {
  const blocks = [...soFar.blocks]
  const callSignatures = [...soFar.callSignatures]
  const content: Content = []
  const calls: ToolCallChunk[] = []
  let text = ''

  for (const part of parts) {
    const signature = part.thoughtSignature ?? ''
    if (part.functionCall) {
      calls.push(toCall(part.functionCall, callSignatures.length, responseId))
      callSignatures.push(signature)
      continue
    }
    const block = toBlock(part)
    if (block) {
      const before = blocks.at(-1)
      const goesOn = block.kind !== 'media' && before?.kind === block.kind && before.signature === ''
      const length = (goesOn ? before.length : 0) + (part.text ?? '').length
      blocks.splice(goesOn ? -1 : blocks.length, 1, { kind: block.kind, signature: '', length })
      content.push({ ...block.content, index: blocks.length - 1 })
      if (block.kind === 'text') text += part.text ?? ''
    }
    // The last signature of an answer often comes in a part with no text of its own.
    const last = blocks.at(-1)
    if (signature !== '' && last) blocks[blocks.length - 1] = { ...last, signature }
  }

  // As long as there is one block of nothing but text, content is a plain string: cheaper, and what most of LangChain expects.
  const isPlain = blocks.length < 2 && blocks.every(({ kind }) => kind === 'text')
  return { blocks, callSignatures, content: isPlain ? text : content, calls, text }
}

function toBlock(
  part: GeminiPart,
): { readonly kind: Block['kind']; readonly content: ContentBlock } | undefined {
  const { text, inlineData, fileData } = part
  if (inlineData?.mimeType.startsWith('image/')) {
    const image = `data:${inlineData.mimeType};base64,${inlineData.data}`
    return { kind: 'media', content: { type: 'image_url', image_url: image } }
  }
  if (inlineData) return { kind: 'media', content: { type: 'media', ...inlineData } }
  if (fileData) return { kind: 'media', content: { type: 'image_url', image_url: fileData.fileUri } }
  if (!text) return undefined
  return part.thought
    ? { kind: 'reasoning', content: { type: 'reasoning', reasoning: text } }
    : { kind: 'text', content: { type: 'text', text } }
}

/** LangChain tells calls apart by their ids, so one is made up, unique across the conversation, when Gemini gives none. */
function toCall(
  { id, name, args }: NonNullable<GeminiPart['functionCall']>,
  index: number,
  responseId = 'call',
): ToolCallChunk {
  return {
    type: 'tool_call_chunk',
    id: id ?? `${responseId}-${index}`,
    name,
    args: JSON.stringify(args ?? {}),
  }
}
