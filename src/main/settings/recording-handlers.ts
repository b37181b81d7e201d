import type { Handlers } from '../bridge/answer'
import type { Recorder } from '../transport/recordings/recorder'

/** Joins the recording requests of the contract to the recorder. */
export function recordingHandlers(
  recorder: Pick<Recorder, 'start' | 'stop' | 'isOn'>,
  folder: string,
): Pick<Handlers, 'readRecording' | 'switchRecording'> {
  return {
    readRecording: () => ({ isOn: recorder.isOn() }),
    switchRecording: ({ on }) => {
      if (on) recorder.start(folder)
      else recorder.stop()
    },
  }
}
