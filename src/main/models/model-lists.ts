import { readFileSync } from 'node:fs'

import { z } from 'zod'

import { writeJson } from '../settings/json-file'
import type { ListedModel } from './provider'

/** What providers said about their models, by connection; kept, so that a start needs no network. */
export interface ModelLists {
  read(connectionId: string): readonly ListedModel[] | undefined
  write(connectionId: string, models: readonly ListedModel[]): void
  /** Another connection may get the name of one that was taken away. */
  forget(connectionId: string): void
}

export const NO_LISTS: Pick<ModelLists, 'read'> = { read: () => undefined }

const tokens = z.number().positive().optional()
const can = z.boolean().optional()
const model = z.object({
  name: z.string(),
  title: z.string().optional(),
  contextWindow: tokens,
  outputLimit: tokens,
  sees: can,
  thinks: can,
  usesTools: can,
})
const models = z.array(model)
const lists = z.record(z.string(), models)

/**
 * A file that is missing or odd is an empty one: the providers can be asked again. What the disk refuses is told, and holds for
 * this run.
 */
export function openModelLists(file: string, onRefusal: (cause: unknown) => void): ModelLists {
  let kept = readLists(file)

  function keep(changed: typeof kept): void {
    kept = changed
    try {
      writeJson(file, kept)
    } catch (cause) {
      onRefusal(cause)
    }
  }

  return {
    read: (connectionId) => kept[connectionId] as readonly ListedModel[] | undefined,
    write: (connectionId, listed) => keep({ ...kept, [connectionId]: models.parse(listed) }),
    forget: (connectionId) => {
      const { [connectionId]: gone, ...others } = kept
      if (gone !== undefined) keep(others)
    },
  }
}

function readLists(file: string): z.infer<typeof lists> {
  try {
    return lists.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}
