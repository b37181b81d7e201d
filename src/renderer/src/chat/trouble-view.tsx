import { ArrowRightToLine, RotateCw } from 'lucide-react'
import { useTranslations } from 'use-intl'

import type { AppError } from '#shared/app-error'

import { ActionButton } from '../ui/action-button'
import { FailureView } from './failure-view'
import { useErrorSentence } from '../i18n/use-error-sentence'

interface TroubleViewProps {
  readonly error: AppError
  /** Absent where another try makes no sense. */
  readonly onTryAgain?: (() => void) | undefined
  /** Goes on beyond the day's limit, where that is the trouble. */
  readonly onAllow?: (() => void) | undefined
}

/** What went wrong outside of any reply. */
export function TroubleView({ error, onTryAgain, onAllow }: TroubleViewProps) {
  const words = useTranslations('failure')
  const sentence = useErrorSentence()(error)
  return (
    <div role="alert">
      <FailureView sentence={sentence} detail={error.detail}>
        {error.code === 'day-limit' && onAllow !== undefined && (
          <ActionButton icon={ArrowRightToLine} label={words('goOnToday')} onPress={onAllow} />
        )}
        {onTryAgain !== undefined && (
          <ActionButton icon={RotateCw} label={words('tryAgain')} onPress={onTryAgain} />
        )}
      </FailureView>
    </div>
  )
}
