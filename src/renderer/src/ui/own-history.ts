interface OwnHistory {
  /** The field got a text from elsewhere: it was sent, or belongs to something else now. */
  readonly written: (text: string) => void
  readonly changed: (inputType: string, text: string) => void
  readonly allows: (inputType: string) => boolean
}

/**
 * How far Ctrl+Z may go in a field. Chromium keeps its steps when a text is written from elsewhere, and would take back what
 * no longer has anything to do with it: a part of a message that was sent, or of another conversation's draft.
 */
export function createOwnHistory(): OwnHistory {
  /** Where the history of this text begins; undefined as long as that is where the field's own does. */
  let beginning: string | undefined
  let isUntouched = false
  let isAtBeginning = false
  /** How often the user came back to the first text otherwise than by taking back. */
  let returns = 0

  return {
    written: (text) => {
      beginning = text
      isUntouched = true
      isAtBeginning = true
      returns = 0
    },
    changed: (inputType, text) => {
      isUntouched = false
      const isBack = text === beginning
      isAtBeginning = isBack && inputType === 'historyUndo' && returns === 0
      if (!isBack || isAtBeginning) return
      returns += inputType === 'historyUndo' ? -1 : 1
    },
    allows: (inputType) => {
      if (inputType === 'historyUndo') return !isAtBeginning
      return inputType !== 'historyRedo' || !isUntouched
    },
  }
}
