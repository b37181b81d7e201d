/** The line above the conversation. */
export const header = {
  model: 'Model',
  findModel: 'Find a model',
  noModelFits: 'No model has this name. More models come with a connection, in the settings.',
  noModel: 'Choose a model',
  favourites: 'Favourites',
  contextWindow: '{tokens} tokens',
  newConversation: 'New conversation',
  inspector: 'Stream inspector',
} as const
