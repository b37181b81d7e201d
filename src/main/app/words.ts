import { app } from 'electron'

import type { OpenFailure } from '../conversations/database'
import type { SettingsProblem } from '../settings/settings-store'

/** The few words that main says itself, outside of any page. */
export interface Words {
  readonly newWindow: string
  readonly finishing: { readonly title: string; readonly body: string }
  readonly crashed: {
    readonly title: string
    readonly body: string
    readonly reload: string
    readonly close: string
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
  readonly context: { readonly openLink: string; readonly copyLink: string }
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
  finishing: {
    title: 'Nagare is finishing an answer',
    body: 'The window is closed, and the answer goes on. It will be there when you open Nagare again.',
  },
  crashed: {
    title: 'The window keeps crashing',
    body: 'Your conversations are safe. Load the window again, or close it.',
    reload: 'Load again',
    close: 'Close',
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
  context: { openLink: 'Open Link', copyLink: 'Copy Link Address' },
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

const ja: Words = {
  newWindow: '新しいウィンドウ',
  finishing: {
    title: 'Nagare は回答の続きを受け取っています',
    body: 'ウィンドウは閉じましたが、回答は続いています。次に Nagare を開いたときに読めます。',
  },
  crashed: {
    title: 'ウィンドウが繰り返し異常終了しています',
    body: '会話は保存されています。もう一度読み込むか、ウィンドウを閉じてください。',
    reload: 'もう一度読み込む',
    close: '閉じる',
  },
  cannotStart: {
    title: 'Nagare を起動できませんでした',
    body: '何も変更していません。下の内容を添えてご報告ください。',
  },
  refused: {
    title: '会話を保存できません',
    body: 'ディスクに書き込めません。空き容量が足りない可能性があります。Nagare を起動している間は何も失われません。内容はメモリーに残っていて、自動的に保存し直します。終了する前に、空き容量を確保してください。',
  },
  unwritten: {
    title: '回答の最後の部分を保存できませんでした',
    body: 'ディスクに書き込めませんでした。空き容量を確保してから、もう一度 Nagare を起動してください。それより前の内容は保存されています。',
  },
  settings: {
    title: '使えない設定があります',
    because: {
      'set-aside': '設定ファイルが壊れています。次の名前で残し、初期設定で起動します。',
      ignored: '次の値は正しくないため使いません。ファイルはそのままです。',
      unreadable: '設定ファイルを読み込めません。ファイルには触れず、初期設定で起動します。',
    },
  },
  menu: {
    file: 'ファイル',
    edit: '編集',
    view: '表示',
    window: 'ウィンドウ',
    help: 'ヘルプ',
    updates: 'アップデートを確認…',
    close: 'ウィンドウを閉じる',
    quit: '終了',
    undo: '元に戻す',
    redo: 'やり直す',
    cut: '切り取り',
    copy: 'コピー',
    paste: '貼り付け',
    selectAll: 'すべて選択',
    reload: '再読み込み',
    resetZoom: '実際のサイズ',
    zoomIn: '拡大',
    zoomOut: '縮小',
    togglefullscreen: '全画面表示',
    toggleDevTools: '開発者ツール',
    minimize: 'しまう',
    zoom: '拡大／縮小',
  },
  context: { openLink: 'リンクを開く', copyLink: 'リンクのアドレスをコピー' },
  cannotOpen: '会話を開けませんでした',
  cannotOpenBecause: {
    'in-use': '別の Nagare が開いています。そちらを終了してから、もう一度起動してください。',
    damaged:
      'ファイルが壊れています。Nagare は何も変更していません。バックアップと置き換えるか、別の場所へ移して新しく始めてください。',
    unwritable:
      'ファイルまたはフォルダーに書き込めません。空き容量か書き込み権限を確認してから、もう一度起動してください。',
    newer:
      '新しいバージョンの Nagare で書かれているため、そのままにしてあります。そのバージョンをインストールしてから起動してください。',
    'migration-failed':
      '更新に失敗しましたが、会話は元のままです。問題を報告のうえ、以前のバージョンをお使いください。',
  },
}
