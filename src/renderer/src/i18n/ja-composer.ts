/** Where a message is written. */
export const composer = {
  label: 'メッセージ',
  placeholder: 'メッセージを入力',
  send: '送信',
  stop: '停止',
  sendHint: '送信（{keys}）',
  prompts: 'プロンプトを挿入',
  promptsKeywords: '定型文 テンプレート ひな形 スラッシュ 変数 preset template',
} as const

/** A conversation before its first word. */
export const empty = {
  title: '何についてお話ししましょうか',
  suggestions: '質問の例',
  baseball: '野球とは？',
  code: 'ストリームを読むコードを見せて',
  tour: '何ができますか？',
} as const

/** What is offered at the caret. */
export const completion = {
  label: '候補',
  count: '候補が{count, plural, other {#件}}あります。矢印キーで選び、Enter で挿入、Esc で閉じます。',
} as const

/** The prompts that are kept to be used again. */
export const presets = {
  note: '繰り返し使うプロンプトです。メッセージ欄で / を入力すると挿入できます。',
  manage: 'プロンプトを作成・編集…',
  manageNote: '設定',
  add: '新しいプロンプト',
  import: '読み込む…',
  export: '書き出す…',
  back: 'プロンプト一覧',
  name: '名前',
  text: 'プロンプト',
  variablesNote:
    "使うたびに入力したい箇所は '{{言語=英語}}' のように書きます（「=」以降の既定値は省略できます）。'{{日付}}' と '{{時刻}}' は自動で入ります。",
  variables: '使うときに入力する項目：{names}',
  empty: 'プロンプトが空です。入力するまでは前の内容を残します。',
  delete: '削除',
  deleted: '「{name}」を削除しました。',
  fillIn: '空欄のままにした項目は、何も入らずに挿入されます。',
  insert: '挿入',
} as const
