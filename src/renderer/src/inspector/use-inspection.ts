import { useEffect, useState, useSyncExternalStore } from 'react'

import { isLive, type Reply } from '#shared/message'

import { createInspection, type Inspected, type InspectionParts } from './inspection'
import type { Pulse } from './pulse'

interface UseInspectionOptions extends Omit<InspectionParts, 'replyId'> {
  readonly pulse: Pulse
}

/** Follows a live reply, and reads a finished one once. One component, one reply: key it by the reply's id. */
export function useInspection(reply: Reply, { pulse, ...parts }: UseInspectionOptions): Inspected {
  const [inspection] = useState(() => createInspection({ ...parts, replyId: reply.id }))
  const inspected = useSyncExternalStore(inspection.subscribe, inspection.getInspected)
  const isArriving = isLive(reply)
  const shown = inspected.timeline.shown.at(-1)
  const isBehind = shown !== undefined && shown.sum < reply.text.length

  useEffect(() => {
    if (isArriving) return pulse(() => void inspection.read())
    void inspection.read()
    return undefined
  }, [inspection, pulse, isArriving])

  useEffect(() => {
    if (isBehind && !isArriving) return pulse(inspection.look)
    return undefined
  }, [inspection, pulse, isArriving, isBehind])

  return inspected
}
