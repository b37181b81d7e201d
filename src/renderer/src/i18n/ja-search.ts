import type { Words } from './words'

export const commands = {
  newConversation: '新しい会話を始める',
  showInspector: 'ストリームインスペクターを表示',
  hideInspector: 'ストリームインスペクターを隠す',
  chooseModel: 'モデルを{name}に切り替える',
  stop: '回答を停止',
} as const satisfies Words['commands']
