/** What answers took, and the limits of that. */
export const spending = {
  open: 'トークンと費用',
  keywords: '使用量 料金 価格 ドル 上限 予算 今日 usage cost tokens',
  title: 'トークンと費用',
  description:
    'プロバイダーが数えた値です。すべてのバージョンの回答、削除した回答、題名の作成も含みます。費用は価格表による米ドルの概算で、実際の請求はプロバイダーによります。',
  conversation: 'この会話',
  today: '今日（すべての会話）',
  requests: 'リクエスト',
  tokens: '{count}トークン',
  aboutTokens: '約{count}トークン',
  unpriced: '価格のわからないモデルへのリクエストが{unpriced, number}件あり、費用に含まれていません。',
  estimate: '使用量を知らせないプロバイダーがあったため、一部は推定です。',
  mostTokens: '上限（トークン）',
  mostDollars: '上限（費用）',
  beyondLimit:
    '今日の使用量が{unit, select, dollars {{spent, number, ::currency/USD}となり、1日の上限（{limit, number, ::currency/USD}）} other {{spent, number, integer}トークンとなり、1日の上限（{limit, number, integer}トークン）}}に達したため、送信していません。それでも送信する場合は「今日は続ける」を選んでください。上限は設定の「チャット」で変更できます。',
  limits: '上限を設定',
} as const

/** What the provider said about a reply. */
export const details = {
  model: 'モデル',
  inputTokens: '入力トークン',
  cachedTokens: 'うちキャッシュ',
  outputTokens: '出力トークン',
  thoughtTokens: 'うち思考',
  cost: '費用',
  costBy: '{dollars}（{date}時点の価格）',
  priceUnknown: '価格不明',
  finishReason: '終了理由',
} as const
