import type { Words } from './words'

export const diagnostics: Words['diagnostics'] = {
  title: '診断情報',
  what: '不具合を報告するときに使います。Nagare がどこかへ送ることはありません。内容を確かめてからコピーし、渡す相手は自分で決められます。メッセージ、キー、付けた名前は含まれません。',
  show: '診断情報を表示',
  text: 'コピーされる内容',
  copy: '診断情報をコピー',
  copied: 'コピーしました',
  failed: 'コピーできませんでした',
  openFolder: 'ログのフォルダーを開く',
  folderFailed: 'フォルダーを表示できませんでした。次の場所を開いてください：{folder}',
  unreadable: '診断情報を読み取れませんでした。代わりにログのフォルダーを開いてください。',
}

export const broken: Words['broken'] = {
  message: 'このメッセージを正しく表示できませんでした。内容は保存されています。本文をそのまま表示します。',
  panel: 'この部分を表示できなくなりました。失われたものはありません。',
  window: 'このウィンドウで問題が起きました。会話、下書き、生成中の回答は保たれています。',
  showAgain: 'もう一度表示',
  reload: 'ウィンドウを再読み込み',
}
