import { useEffect } from 'react'
import { useTranslations } from 'use-intl'

import type { QuickAsker } from './chat/quick-asker'
import { QuickView } from './chat/quick-view'
import { PageContexts, type PageContextsProps } from './page-contexts'
import { useSettingsSession } from './settings/use-settings'
import { useCommandKeys } from './ui/use-command-keys'

interface QuickAppProps extends Omit<PageContextsProps, 'children'> {
  readonly asker: QuickAsker
}

/** The page of the quick window. */
export function QuickApp({ asker, ...page }: QuickAppProps) {
  return (
    <PageContexts {...page}>
      <QuickPage asker={asker} />
    </PageContexts>
  )
}

function QuickPage({ asker }: Pick<QuickAppProps, 'asker'>) {
  const words = useTranslations('quick')
  const { change } = useSettingsSession()
  useCommandKeys()

  useEffect(() => {
    document.title = words('title')
  }, [words])

  return <QuickView asker={asker} onChooseAnswerView={(answerView) => void change({ answerView })} />
}
