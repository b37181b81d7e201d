import type { Words } from './words'

export const shortcuts: Words['shortcuts'] = {
  hint: '{label}（{keys}）',
  note: 'ボタンを押してから、使いたいキーを押してください。ほかのアプリやデスクトップが使っているキーは、届かないことがあります。',
  change: '{name}：{keys}。変更',
  none: 'なし',
  recording: '新しいキーを押してください… Esc で中止',
  remove: 'キーを外す：{name}',
  reset: '{keys} に戻す：{name}',
  resetAll: 'すべて初期設定に戻す',
  set: '{name}：{keys}',
  refused: {
    owned:
      '{keys} はシステム、メニュー、または入力欄が使っているため割り当てられません。別のキーを選んでください。',
    unfit:
      'このキーは文字の入力やカーソルの移動に使われます。{modifier} と英字・数字・記号の組み合わせか、ファンクションキーを使ってください。',
    taken: '{keys} は次のコマンドが使っています：{others}',
  },
  takeOver: 'こちらに割り当てる',
  leave: 'そのままにする',
  shared:
    '同じキーを使うコマンドがあります：{others}。動作するのは一つだけなので、どちらかを変更してください。',
  names: {
    'new-conversation': '新しい会話',
    'new-window': '新しいウィンドウ',
    'quick-question': 'クイック質問',
    'open-in-window': 'クイック質問をウィンドウで開く',
    palette: 'すべてを検索',
    find: 'この会話の中を検索',
    stop: '回答を停止',
    sidebar: '会話の一覧を表示／隠す',
    inspector: 'ストリームインスペクターを表示／隠す',
    parameters: 'この会話のパラメーター',
    spending: 'トークンと費用',
    prompts: 'プロンプトを挿入',
    trash: '最近削除した項目を表示',
    undo: '一覧や会話への最後の変更を元に戻す',
    import: '会話を読み込む',
    export: '会話を書き出す',
    backups: 'バックアップ',
    print: 'この会話を印刷',
    updates: 'アップデートを確認',
  },
}
