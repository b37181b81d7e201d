import { foldText } from '#shared/fold-text'
import type { ModelChoice } from '#shared/model-choice'

/** Whether a model has every word of the query in its name, its id or its connection's name, in any way of writing. */
export function fitsModel({ id, name, connection }: ModelChoice, query: string): boolean {
  const said = foldText(`${id} ${name} ${connection.name}`.normalize('NFKC'))
  return foldText(query.normalize('NFKC'))
    .split(' ')
    .every((word) => said.includes(word))
}
