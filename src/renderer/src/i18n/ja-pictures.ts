import type { Words } from './words'

export const pictures: Words['pictures'] = {
  diagram: '図',
  diagramOf: '図：{title}',
  source: 'ソース',
  zoomIn: '拡大',
  zoomOut: '縮小',
  fit: '全体を幅に合わせて表示',
  whole: '全体',
  saveAs: '{format} で保存',
  saveFailed: '保存できませんでした',
  notDrawn: {
    unreadable:
      'この図は描けませんでした{line, plural, =0 {} other {（#行目を Mermaid が解釈できません）}}。修正を頼むか、ソースを直してください。',
    'too-long': 'この図は長すぎて描けません（Mermaid の上限は50,000文字です）。二つに分けてください。',
    'too-slow': 'この図は描くのに時間がかかりすぎました。もっと簡単な図を頼んでください。',
  },
  abbreviations: '略語（{count, number}）',
  load: '画像を読み込む',
  loadFrom: '{host} から画像を読み込む',
  loadNamed: '{host} から画像を読み込む：{alt}',
  loading: '読み込み中…',
  tryAgain: 'もう一度試す',
  imageFailed: {
    'not-allowed': '読み込めるのは、パスワードを含まないウェブのアドレスだけです。',
    'private-host':
      '{host} はこのコンピューターまたは社内・家庭内のネットワークにあります。回答の中からは読み込みません。信頼できる場合は、ブラウザーで開いてください。',
    'not-found': '{host} にこの画像はありません。',
    'refused-by-host': '{host} から画像を受け取れませんでした。',
    'not-an-image': '{host} から届いたものは、PNG・JPEG・GIF・WebP・AVIF の画像ではありません。',
    'too-large': '画像が 10 MB を超えています。',
    'too-many-redirects': '{host} からの転送が多すぎます。',
    unreachable: '{host} に接続できませんでした。ネットワーク接続を確認して、もう一度お試しください。',
    undrawable: '{host} の画像は壊れています。',
  },
}
