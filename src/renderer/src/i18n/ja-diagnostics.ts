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
