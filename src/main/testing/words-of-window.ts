import { createElement } from 'react'
import { renderToString } from 'react-dom/server'

import type { Reply } from '#shared/message'

import { remediesFor } from '../../renderer/src/chat/remedies'
import { useEndingSentence } from '../../renderer/src/chat/use-ending-sentence'
import { WordsProvider } from '../../renderer/src/i18n/words-provider'

/** What the window says below a reply, in English: how it ended, and what the reader can do. */
export function wordsOfWindow(reply: Reply): { readonly sentence: string; readonly nextSteps: string } {
  let sentence = ''
  function Ending() {
    sentence = useEndingSentence()(reply) ?? ''
    return null
  }
  renderToString(createElement(WordsProvider, { locale: 'en', children: createElement(Ending) }))
  const { canContinue, canTryAgain } = remediesFor(reply)
  const steps = [...(canContinue ? ['Continue'] : []), ...(canTryAgain ? ['Try again'] : [])]
  return { sentence, nextSteps: steps.join(', ') }
}
