import { useEffect, useEffectEvent } from 'react'
import { useTranslations } from 'use-intl'

import { useNotify } from '../../ui/notices'
import { useUpdate } from './use-update'

/** Says in passing that Nagare found a newer version by itself. Whoever asked sees the answer where it was asked. */
export function useUpdateNotice(): void {
  const words = useTranslations('updates')
  const notify = useNotify()
  const update = useUpdate()
  const version = update.step === 'found' && update.isUnasked ? update.release.version : undefined

  const say = useEffectEvent((found: string) => notify({ text: words('foundByItself', { version: found }) }))
  useEffect(() => {
    if (version !== undefined) say(version)
  }, [version])
}
