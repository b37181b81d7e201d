import type { Choice, Outcome, Trouble } from '../portable/revive'

/** What main says around exports, imports and backups, outside of any page. */
export interface PortableWords {
  readonly locale: 'en' | 'ja'
  readonly menu: Readonly<Record<'export' | 'import' | 'backups' | 'print', string>>
  readonly choices: Readonly<Record<Choice, string>>
  readonly missing: string
  readonly because: Readonly<Partial<Record<Trouble['code'], string>>>
  readonly outcomes: Readonly<Record<Outcome['type'], string>>
  /** `{count}` is filled in, and in `last` `{date}`. */
  readonly holds: Readonly<Record<'conversations' | 'messages', Counted>> & { readonly last: string }
  readonly restore: Readonly<Record<'title' | 'body' | 'yes' | 'no', string>>
  readonly unusable: Readonly<Record<'damaged' | 'newer' | 'foreign' | 'missing', string>>
  readonly dialogs: Readonly<Record<'export' | 'import' | 'backUp' | 'pickBackup', string>>
  readonly you: string
  readonly thought: string
  readonly backupFailed: Readonly<Record<'title' | 'body', string>>
  readonly damage: Readonly<Record<'title' | 'body' | 'repair' | 'later', string>>
}

/** By the plural of the language. */
type Counted = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>

const en: PortableWords = {
  locale: 'en',
  menu: { export: 'Export…', import: 'Import…', backups: 'Backups…', print: 'Print…' },
  choices: {
    again: 'Try Again',
    restore: 'Restore a Backup…',
    salvage: 'Save What Is Readable',
    anew: 'Start Anew',
    folder: 'Open the Folder',
    quit: 'Quit',
  },
  missing:
    'The file with your conversations is gone or empty, but there are backups of it. Restore one, or start anew; the backups stay.',
  because: {
    damaged:
      'The file is damaged. Nagare has not changed it. You can save what is still readable into a new file, restore a backup, or start anew. The damaged file is kept in every case.',
  },
  outcomes: {
    restored: 'The backup is restored. What was there before is kept among the backups.',
    salvaged: 'This much could be read, and is in a new file now. The damaged file is kept:',
    'nothing-to-salvage': 'Nothing could be read in the file. It stays where it is; try a backup.',
    anew: 'Nagare starts with an empty history. What was there before is kept:',
    'unusable-backup':
      'This file is damaged, or no backup of Nagare. Nothing was changed; choose another one.',
    failed: 'That did not work. Nothing was lost.',
  },
  holds: {
    conversations: { one: '{count} conversation', other: '{count} conversations' },
    messages: { one: '{count} message', other: '{count} messages' },
    last: 'last written in on {date}',
  },
  restore: {
    title: 'Restore this backup?',
    body: 'Nagare starts again with what the backup holds. What you have now is kept among the backups, so that you can go back.',
    yes: 'Restore and Restart',
    no: 'Cancel',
  },
  unusable: {
    damaged: 'This backup is damaged and cannot be restored. Choose another one.',
    newer: 'This backup was made by a newer version of Nagare. Install that version to restore it.',
    foreign: 'This is no backup of Nagare. Choose a file whose name ends in .db.',
    missing: 'This backup is not there any more.',
  },
  dialogs: {
    export: 'Export',
    import: 'Import conversations',
    backUp: 'Save a backup',
    pickBackup: 'Choose a backup',
  },
  you: 'You',
  thought: 'Thoughts',
  backupFailed: {
    title: 'Today’s backup could not be made',
    body: 'Your conversations are as they were, and earlier backups are kept. Check the free space of the disk. If this comes again, save a backup to another disk (File → Backups).',
  },
  damage: {
    title: 'A part of your conversations cannot be read',
    body: 'The file is damaged in places. Nagare can start again and let you choose: save what is still readable into a new file, or restore a backup. The damaged file is kept in every case. You can also go on for now; no backup can be made until then.',
    repair: 'Restart and Choose…',
    later: 'Later',
  },
}

const ja: PortableWords = {
  locale: 'ja',
  menu: {
    export: '書き出す…',
    import: '読み込む…',
    backups: 'バックアップ…',
    print: '印刷…',
  },
  choices: {
    again: 'もう一度試す',
    restore: 'バックアップから復元…',
    salvage: '読める分を救い出す',
    anew: '新しく始める',
    folder: 'フォルダーを開く',
    quit: '終了',
  },
  missing:
    '会話のファイルが見つからないか、空になっています。バックアップは残っています。復元するか、新しく始めてください。バックアップはそのまま残ります。',
  because: {
    damaged:
      'ファイルが壊れています。Nagare は何も変更していません。まだ読める分を新しいファイルに救い出すか、バックアップから復元するか、新しく始めることができます。壊れたファイルはどの場合も残します。',
  },
  outcomes: {
    restored: 'バックアップを復元しました。それまでの会話はバックアップとして残してあります。',
    salvaged: '次の分を読み取り、新しいファイルに移しました。壊れたファイルは残してあります。',
    'nothing-to-salvage':
      '読み取れるものがありませんでした。ファイルはそのままです。バックアップをお試しください。',
    anew: '空の状態で始めます。それまでのファイルは残してあります。',
    'unusable-backup':
      'このファイルは壊れているか、Nagare のバックアップではありません。何も変更していません。別のファイルを選んでください。',
    failed: 'うまくいきませんでした。失われたものはありません。',
  },
  holds: {
    conversations: { other: '会話{count}件' },
    messages: { other: 'メッセージ{count}件' },
    last: '最終更新 {date}',
  },
  restore: {
    title: 'このバックアップを復元しますか？',
    body: 'バックアップの内容で Nagare を起動し直します。今の会話もバックアップとして残るので、あとで元に戻せます。',
    yes: '復元して再起動',
    no: 'キャンセル',
  },
  unusable: {
    damaged: 'このバックアップは壊れていて復元できません。別のものを選んでください。',
    newer:
      'このバックアップは新しいバージョンの Nagare で作られています。そのバージョンをインストールしてから復元してください。',
    foreign: 'Nagare のバックアップではありません。名前が .db で終わるファイルを選んでください。',
    missing: 'このバックアップはもうありません。',
  },
  dialogs: {
    export: '書き出し',
    import: '会話を読み込む',
    backUp: 'バックアップを保存',
    pickBackup: 'バックアップを選択',
  },
  you: 'あなた',
  thought: '思考',
  backupFailed: {
    title: '今日のバックアップを作成できませんでした',
    body: '会話はそのままで、以前のバックアップも残っています。ディスクの空き容量を確認してください。何度も起きるときは、別のディスクにバックアップを保存してください（メニューの「ファイル」→「バックアップ…」）。',
  },
  damage: {
    title: '会話の一部を読み取れません',
    body: 'ファイルの一部が壊れています。Nagare を起動し直すと、まだ読める分を新しいファイルに救い出すか、バックアップから復元するかを選べます。壊れたファイルはどの場合も残します。このまま続けることもできますが、その間はバックアップを作成できません。',
    repair: '再起動して選ぶ…',
    later: 'あとで',
  },
}

export const portableWords: Readonly<Record<'en' | 'ja', PortableWords>> = { en, ja }
