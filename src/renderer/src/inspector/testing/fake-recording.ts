import type { Recording } from '../recording-switch'

/** A recorder that only remembers its switch. */
export function createFakeRecording(): Recording {
  let on = false
  return {
    isOn: async () => on,
    switchTo: async (next) => {
      on = next
    },
  }
}
