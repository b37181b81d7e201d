import type { Words } from './words'

export const commands = {
  newConversation: '新しい会話を始める',
  showInspector: 'ストリームインスペクターを表示',
  hideInspector: 'ストリームインスペクターを隠す',
  chooseModel: 'モデルを{name}に切り替える',
  stop: '回答を停止',
} as const satisfies Words['commands']

export const search = {
  label: '検索',
  open: '検索',
  field: '会話、メッセージ、コマンドを検索',
  placeholder: '検索またはコマンドを入力…',
  list: '検索結果',
  groups: { command: 'コマンド', conversation: '会話', message: 'メッセージ' },
  hint: 'model: in: before: after: "語句" -除外',
  untitled: '無題の会話',
  asked: '「{title}」でのあなたの発言',
  answered: '「{title}」での回答',
  count: '{count, plural, =0 {見つかりませんでした。} other {#件見つかりました。}}',
  countMore: '関連性の高い{count, number}件を表示しています。',
  unread:
    '{unread, plural, other {まだ読み込んでいないテキストが#件あります。しばらくしてから、もう一度検索してください。}}',
  failed: '検索できませんでした。入力を変えると、もう一度検索します。',
  gone: 'このメッセージは削除されています。',
  problems: {
    'no-date':
      '「{value}」は日付として読み取れません。{filter}: の後に 2026-03-01 のような日付、または年月、年を入力してください。',
    'no-value':
      '{filter, select, model {model: の後にモデル名を入力してください（例：model:gemini）。} in {in: の後にフォルダー名を入力してください（例：in:旅行）。} other {{filter}: の後に日付を入力してください（例：{filter}:2026-03-01）。}}',
    'no-folder':
      '「{value}」という名前のフォルダーはありません。サイドバーでフォルダー名を確認してください。',
    'only-without': '探したい語も入力してください。',
  },

  findHere: 'この会話の中を検索',
} as const satisfies Words['search']

export const find = {
  label: 'この会話の中を検索',
  field: '会話内を検索',
  count: '{count, plural, =0 {一致なし} other {{count, number}件中{index, number}件目}}',
  next: '次の一致',
  previous: '前の一致',
  close: '閉じる',
} as const satisfies Words['find']
