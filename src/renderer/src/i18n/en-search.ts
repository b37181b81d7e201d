/** The names of what can be done from the palette. */
export const commands = {
  newConversation: 'New conversation',
  showInspector: 'Show the stream inspector',
  hideInspector: 'Hide the stream inspector',
  chooseModel: 'Use the model {name}',
  stop: 'Stop the answer',
} as const
