/* Main reads this before the app's own code: a link is opened as macOS does it, before the app is ready for it. */
const { app } = require('electron')

app.once('ready', () =>
  app.emit('open-url', { preventDefault: () => undefined }, 'nagare://new?prompt=Early'),
)
