import { useParametersDoor } from './parameters/use-parameters-door'
import { useSpendingDoor } from './spending/use-spending-door'

/** The ways from the header to what goes with the open conversation, and to what it took. */
export function useConversationDoors(openSettings: () => void) {
  const parameters = useParametersDoor()
  const spending = useSpendingDoor(openSettings)
  return {
    tools: (
      <>
        {spending.button}
        {parameters.button}
      </>
    ),
    dialogs: (
      <>
        {parameters.dialog}
        {spending.dialog}
      </>
    ),
  }
}
