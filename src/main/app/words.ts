import { app } from 'electron'

import type { OpenFailure } from '../conversations/database'
import type { ReplySignalWords } from '../desktop/reply-signals'
import type { TrayWords } from '../desktop/tray-items'
import type { SettingsProblem } from '../settings/settings-store'
import { ja } from './words-ja'

/** The few words that main says itself, outside of any page. */
export interface Words {
  readonly newWindow: string
  readonly quickQuestion: string
  readonly tray: TrayWords
  /** Above the conversations that the desktop lists. */
  readonly recent: string
  /** As a Mac's menu has it. */
  readonly quitApp: string
  /** Asked in the middle of an answer. */
  readonly quitting: {
    readonly title: string
    readonly body: string
    readonly quit: string
    readonly stay: string
  }
  readonly finishing: { readonly title: string; readonly body: string }
  /** What a notification says of a reply that ended while the user was elsewhere. */
  readonly reply: ReplySignalWords
  readonly crashed: {
    readonly title: string
    readonly body: string
    readonly reload: string
    readonly close: string
  }
  /** The window does not respond. */
  readonly stuck: {
    readonly title: string
    readonly body: string
    readonly wait: string
    readonly reload: string
  }
  readonly cannotStart: { readonly title: string; readonly body: string }
  readonly refused: { readonly title: string; readonly body: string }
  readonly unwritten: { readonly title: string; readonly body: string }
  readonly settings: {
    readonly title: string
    readonly because: Readonly<Record<SettingsProblem['kind'], string>>
  }
  readonly menu: Readonly<Record<MenuWord, string>>
  /** Where the second button is pressed on a link. */
  readonly context: {
    readonly openLink: string
    readonly copyLink: string
    readonly noSuggestion: string
    readonly addWord: string
  }
  readonly cannotOpen: string
  readonly cannotOpenBecause: Readonly<Record<OpenFailure['code'], string>>
}

/** What Electron's roles would say in English only. */
export type MenuWord =
  | 'file'
  | 'edit'
  | 'view'
  | 'window'
  | 'help'
  | 'updates'
  | 'close'
  | 'quit'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'reload'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'toggleDevTools'
  | 'minimize'
  | 'zoom'

export type MainLanguage = 'en' | 'ja'

/** The language that the user chose; else the system's, which is known once the app is ready. */
export function mainLanguage(chosen: MainLanguage | 'system'): MainLanguage {
  if (chosen !== 'system') return chosen
  return app.getPreferredSystemLanguages()[0]?.startsWith('ja') === true ? 'ja' : 'en'
}

export function readWords(chosen: MainLanguage | 'system' = 'system'): Words {
  return mainLanguage(chosen) === 'ja' ? ja : en
}

const en: Words = {
  newWindow: 'New Window',
  quickQuestion: 'Quick Question',
  tray: { newConversation: 'New Conversation', coming: 'Being answered', untitled: 'Untitled' },
  recent: 'Recent',
  quitApp: 'Quit Nagare',
  quitting: {
    title: 'An answer is still coming',
    body: 'If you quit now, it is stopped. What has arrived is kept, and can be continued at the next start.',
    quit: 'Quit',
    stay: 'Let it go on',
  },
  finishing: {
    title: 'Nagare is finishing an answer',
    body: 'The window is closed, and the answer goes on. It will be there when you open Nagare again.',
  },
  reply: {
    answered: 'The answer is ready',
    failed: 'The answer could not be finished',
    untitled: 'Untitled',
  },
  crashed: {
    title: 'The window keeps crashing',
    body: 'Your conversations are safe. Load the window again, or close it.',
    reload: 'Load again',
    close: 'Close',
  },
  stuck: {
    title: 'The window does not respond',
    body: 'Your conversations, your draft and running answers are kept. Wait for it, or load it again.',
    wait: 'Wait',
    reload: 'Load again',
  },
  cannotStart: {
    title: 'Nagare could not start',
    body: 'Nothing was changed. Please report this, with the text below.',
  },
  refused: {
    title: 'What is said cannot be saved at the moment',
    body: 'The disk does not take it; it may be full. Nothing is lost while Nagare runs: it keeps what was said in memory and tries again by itself. Free some space before you quit.',
  },
  unwritten: {
    title: 'The last words of an answer could not be saved',
    body: 'The disk refused to take them. Free some space before you start Nagare again; everything before them is kept.',
  },
  settings: {
    title: 'Some settings could not be used',
    because: {
      'set-aside':
        'The settings file is damaged. It is kept under this name, and Nagare starts with default settings:',
      ignored: 'These values make no sense and are ignored; the file is as you wrote it:',
      unreadable:
        'The settings file cannot be read just now. It stays as it is, and Nagare starts with default settings:',
    },
  },
  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    help: 'Help',
    updates: 'Check for Updates…',
    close: 'Close Window',
    quit: 'Quit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    reload: 'Reload',
    resetZoom: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    togglefullscreen: 'Full Screen',
    toggleDevTools: 'Developer Tools',
    minimize: 'Minimize',
    zoom: 'Zoom',
  },
  context: {
    openLink: 'Open Link',
    copyLink: 'Copy Link Address',
    noSuggestion: 'No Suggestions',
    addWord: 'Add to Dictionary',
  },
  cannotOpen: 'Your conversations could not be opened',
  cannotOpenBecause: {
    'in-use': 'Another Nagare has them open. Close it, then start again.',
    damaged:
      'The file is damaged. Nagare has not touched it. Put a backup in its place, or move it away to begin anew.',
    unwritable:
      'The file or its folder cannot be written. Free some space or allow writing, then start again.',
    newer:
      'They were written by a newer version of Nagare, and are left as they are. Install that version, then start again.',
    'migration-failed':
      'Bringing them up to date failed, and they are as they were. Please report this, then use the version that you had.',
  },
}
