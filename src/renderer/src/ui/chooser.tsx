import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import type { ReactNode } from 'react'

import styles from './chooser.module.css'
import { keepComposition, keepPlainKeys } from './layer-keys'

/** Lines under one heading, in order. */
export interface ChoiceGroup<Item> {
  readonly label: string
  readonly items: readonly Item[]
}

interface ChooserProps<Item extends { readonly key: string }> {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly label: string
  readonly field: { readonly label: string; readonly placeholder: string }
  readonly listLabel: string
  readonly text: string
  readonly onType: (text: string) => void
  /** None of them is empty. What fits the text is decided by whoever gives them. */
  readonly groups: readonly ChoiceGroup<Item>[]
  readonly drawItem: (item: Item) => ReactNode
  readonly onChoose: (item: Item) => void
  /** Below the lines. */
  readonly foot: ReactNode
}

/** A field over everything else, with lines below it of which one is chosen: the focus stays in the field. */
export function Chooser<Item extends { readonly key: string }>(props: ChooserProps<Item>) {
  return (
    <Dialog.Root open={props.isOpen} onOpenChange={(isOpen) => !isOpen && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={styles.popup}
          aria-label={props.label}
          onKeyDownCapture={keepComposition}
          onKeyDown={keepPlainKeys}
        >
          <Autocomplete.Root
            open
            inline
            autoHighlight="always"
            keepHighlight
            filter={null}
            items={props.groups}
            itemToStringValue={toKey}
            value={props.text}
            onValueChange={(text, { reason }) => {
              // A line that is chosen would otherwise be written into the field.
              if (reason !== 'item-press') props.onType(text)
            }}
          >
            <Inside {...props} />
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Inside<Item extends { readonly key: string }>(props: ChooserProps<Item>) {
  const { field, listLabel, drawItem, onChoose, foot } = props
  return (
    <>
      <label className={styles.head}>
        <Search className={styles.icon} size="1.125rem" strokeWidth={1.75} aria-hidden />
        <Autocomplete.Input
          className={styles.field}
          aria-label={field.label}
          placeholder={field.placeholder}
          spellCheck={false}
        />
      </label>
      <Autocomplete.List className={styles.list} aria-label={listLabel}>
        {(group: ChoiceGroup<Item>) => (
          <Autocomplete.Group key={group.label} items={group.items}>
            <Autocomplete.GroupLabel className={styles.group}>{group.label}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: Item) => (
                <Autocomplete.Item
                  key={item.key}
                  value={item}
                  className={styles.row}
                  onClick={() => onChoose(item)}
                >
                  {drawItem(item)}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      {foot}
    </>
  )
}

function toKey({ key }: { readonly key: string }): string {
  return key
}
