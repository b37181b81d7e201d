import { ArchiveRestore, RotateCw, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'

import { useErrorSentence } from '../i18n/use-error-sentence'
import { ActionButton } from '../ui/action-button'
import { Dialog } from '../ui/dialog'
import { TrashList } from './trash-list'
import styles from './trash.module.css'
import { useTrash } from './use-trash'

interface TrashDialogProps {
  readonly onClose: () => void
}

/** What goes for good after a second thought: what is picked, or all. */
type Doomed = 'picked' | 'all'

/** What was deleted in the last 30 days: to bring it back, or to take it away at once. */
export function TrashDialog({ onClose }: TrashDialogProps) {
  const words = useTranslations('trash')
  const sentenceOf = useErrorSentence()
  const trash = useTrash()
  const list = useRef<HTMLUListElement>(null)
  const status = useRef<HTMLParagraphElement>(null)
  const [said, setSaid] = useState('')
  const [doomed, setDoomed] = useState<Doomed>()
  const { items, picked, trouble, isRead } = trash
  const count = picked.length
  const isAllPicked = items.length > 0 && count === items.length

  /** The button that was pressed may be of no more use: the focus goes on to what is left. */
  async function finish(doing: Promise<boolean>, sentence: string): Promise<void> {
    setDoomed(undefined)
    if (await doing) setSaid(sentence)
    requestAnimationFrame(() => {
      const next = list.current?.querySelector<HTMLElement>('input[tabindex="0"]') ?? status.current
      next?.focus()
    })
  }

  const actions = items.length > 0 && (
    <>
      <ActionButton icon={Trash2} label={words('empty')} onPress={() => setDoomed('all')} />
      <span className={styles.space} />
      <ActionButton
        icon={Trash2}
        label={words('deleteForGood')}
        isDisabled={count === 0}
        onPress={() => setDoomed('picked')}
      />
      <ActionButton
        icon={ArchiveRestore}
        label={words('restore', { count })}
        isPrimary
        isDisabled={count === 0}
        onPress={() => void finish(trash.restore(), words('restored', { count }))}
      />
    </>
  )

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('title')}
      description={words('description')}
      size="large"
      actions={actions}
    >
      <p ref={status} className={styles.status} role="status" tabIndex={-1}>
        {said !== '' ? said : isRead && items.length === 0 && trouble === undefined && words('nothing')}
      </p>
      {trouble !== undefined && (
        <div className={styles.trouble} role="alert">
          <span>{sentenceOf(trouble)}</span>
          <ActionButton icon={RotateCw} label={words('readAgain')} onPress={trash.readAgain} />
        </div>
      )}
      {items.length > 0 && (
        <>
          <label className={styles.all}>
            <input
              type="checkbox"
              checked={isAllPicked}
              onChange={(event) => trash.pickAll(event.currentTarget.checked)}
            />
            {count === 0 ? words('pickAll') : words('picked', { count })}
          </label>
          <TrashList
            ref={list}
            {...{ items, pickedKeys: trash.pickedKeys }}
            onToggle={trash.toggle}
            onPickAll={() => trash.pickAll(true)}
          />
        </>
      )}
      {trash.next !== undefined && (
        <ActionButton icon={RotateCw} label={words('more')} onPress={trash.readMore} />
      )}
      <Dialog
        isOpen={doomed !== undefined}
        onClose={() => setDoomed(undefined)}
        title={doomed === 'all' ? words('confirmAll') : words('confirm', { count })}
        description={words('consequence')}
        actions={
          <>
            <button type="button" className={styles.keep} onClick={() => setDoomed(undefined)}>
              {words('keep')}
            </button>
            <ActionButton
              icon={Trash2}
              label={words('doIt')}
              isDangerous
              onPress={() =>
                void finish(
                  doomed === 'all' ? trash.empty() : trash.deleteForGood(),
                  words(doomed === 'all' ? 'emptied' : 'gone', { count }),
                )
              }
            />
          </>
        }
      />
    </Dialog>
  )
}
