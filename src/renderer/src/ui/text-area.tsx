import {
  type ComponentPropsWithoutRef,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'

import { createOwnHistory } from './own-history'

interface TextAreaProps extends Omit<ComponentPropsWithoutRef<'textarea'>, 'defaultValue'> {
  readonly field?: RefObject<HTMLTextAreaElement | null> | undefined
  readonly value: string
}

/**
 * A text field of several lines. With a `value`, React writes each text a second time, as the one that the field began with,
 * and Chromium then takes back one letter at a time. Here only what comes from elsewhere is written into the field.
 */
export function TextArea({ field, value, ...props }: TextAreaProps) {
  const own = useRef<HTMLTextAreaElement>(null)
  const ref = field ?? own
  const [first] = useState(value)
  const [history] = useState(createOwnHistory)

  useLayoutEffect(() => {
    const element = ref.current
    if (element === null || element.value === value) return
    element.value = value
    history.written(value)
  })

  useEffect(() => {
    const element = ref.current
    if (element === null) return undefined
    const before = (event: InputEvent): void => {
      if (!history.allows(event.inputType)) event.preventDefault()
    }
    const after = (event: Event): void => {
      if (event instanceof InputEvent) history.changed(event.inputType, element.value)
    }
    element.addEventListener('beforeinput', before)
    element.addEventListener('input', after)
    return () => {
      element.removeEventListener('beforeinput', before)
      element.removeEventListener('input', after)
    }
  }, [ref, history])

  return <textarea {...props} ref={ref} defaultValue={first} />
}
