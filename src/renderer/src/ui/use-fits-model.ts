import { foldText } from '#shared/fold-text'
import type { ModelChoice } from '#shared/model-choice'

import { useConnectionName } from './use-connection-name'

/**
 * Whether a model has every word of the query in its name, its id or its connection's name, as that is and as the reader's
 * language calls it, in any way of writing.
 */
export function useFitsModel(): (model: ModelChoice, query: string) => boolean {
  const nameOf = useConnectionName()
  return ({ id, name, connection }, query) =>
    fits(`${id} ${name} ${connection.name} ${nameOf(connection)}`, query)
}

function fits(names: string, query: string): boolean {
  const said = foldText(names.normalize('NFKC'))
  return foldText(query.normalize('NFKC'))
    .split(' ')
    .every((word) => said.includes(word))
}
