import type { Words } from './words'

export const quick: Words['quick'] = {
  title: 'クイック質問',
  new: '別の質問をする',
  openInWindow: 'ウィンドウで開く',
  hide: '隠す',
  hideHint: '隠す（Esc）。回答は続き、会話の一覧に残ります。',
  keys: {
    none: 'なし',
    change: '{name}：{keys}。変更',
    recording: 'キーを押してください… Esc で中止',
    remove: 'キーを外す',
    status: {
      on: 'どのアプリを使っていても、このキーで開きます。',
      asked:
        'このキーが届くかどうかは、デスクトップ（Wayland）が決めます。確認や専用の設定が表示されることもあります。何も起きない場合は、デスクトップのキーボード設定で、Nagare を --quick 付きで起動するように設定してください。',
      taken: 'このキーは、ほかのアプリかシステムが使っています。別のキーを選んでください。',
      refused:
        'このデスクトップ（Wayland）では、アプリが独自のキーを使えません。代わりに、デスクトップのキーボード設定で、Nagare を --quick 付きで起動するように設定してください。',
    },
    problem: {
      owned: '{keys} はシステム、メニュー、または入力欄が使っています。別のキーを選んでください。',
      unfit:
        'このキーはほかのアプリでも使われます。{modifier}・Alt・Shift のうち2つと、英字・数字・スペースの組み合わせか、ファンクションキーを使ってください。',
      used: '{keys} は、ウィンドウ内で次のコマンドが使っています：{others}。別のキーを選んでください。',
    },
  },
}
