import type { Recognise } from '../../transport/recordings/recorder'
import type { RecordedSubject } from '../../transport/recordings/recording'

/** How each wire's requests for a streamed reply end. Lists, tokens and checks are asked for elsewhere. */
const WIRES: readonly (readonly [path: RegExp, wire: string])[] = [
  [/\/models\/[^/:]+:streamGenerateContent$/, 'generate-content'],
  [/\/chat\/completions$/, 'chat-completions'],
  [/\/responses$/, 'responses'],
  [/\/api\/chat$/, 'ollama-chat'],
  [/\/v1\/messages$/, 'messages'],
]

/**
 * Tells a model's requests for a reply from all others, such as those for a token. By the address alone: neither
 * headers nor bodies, which hold keys and prompts, are looked at.
 */
export function recogniseReply(subject: RecordedSubject): Recognise {
  return ({ pathname }) => {
    const [, wire] = WIRES.find(([path]) => path.test(pathname)) ?? []
    return wire === undefined ? undefined : { ...subject, wire }
  }
}
