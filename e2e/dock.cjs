/* Main reads this before the app's own code: it gives main a dock where the system has none, and keeps its menu. */
const { app } = require('electron')

/** @param {unknown} menu */
const setMenu = (menu) => Object.assign(globalThis, { dockMenu: menu })

Object.defineProperty(app, 'dock', { value: { setMenu } })
