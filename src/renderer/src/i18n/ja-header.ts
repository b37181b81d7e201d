import type { Words } from './words'

export const header = {
  model: 'モデル',
  findModel: 'モデルを探す',
  noModelFits: 'この名前のモデルはありません。設定で接続を追加すると、モデルが増えます。',
  noModel: 'モデルを選ぶ',
  favourites: 'お気に入り',
  contextWindow: '{tokens} トークン',
  newConversation: '新しい会話',
  inspector: 'ストリームインスペクター',
} as const satisfies Words['header']
