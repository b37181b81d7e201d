import type { Words } from './words'

export const ofConnection: Words['ofConnection'] = {
  'missing-credentials':
    '接続「{connection}」の設定が足りません。キーまたはアドレスを設定の「接続」で入力してから、もう一度お試しください。',
  'rejected-credentials':
    'ログイン情報が「{connection}」に受け付けられませんでした。設定の「接続」で入力し直してから、もう一度お試しください。',
  'key-refused':
    'キーが「{connection}」に受け付けられませんでした。削除されたか、入力に誤りがある可能性があります。設定の「接続」で有効なキーを入力してから、もう一度お試しください。',
  'no-credit':
    '「{connection}」のアカウントの残高がないか、利用上限に達しています。プロバイダーの請求ページで残高を追加してから、もう一度お試しください。',
  'permission-denied':
    '「{connection}」のキーには、{modelId, select, none {このモデル} other {{modelId} }}を使う権限がありません。キーの発行者に権限を依頼するか、別のモデルを選んでください。',
  'api-disabled':
    '「{connection}」のサービスがお使いのプロジェクトで無効になっています。プロバイダーの画面で有効にしてから、もう一度お試しください。',
  'model-not-found':
    '「{connection}」には{modelId, select, none {そのモデル} other {{modelId} }}がありません。上のメニューで別のモデルを選んで、もう一度お試しください。',
}

export const retired: Words['retired'] = {
  sentence:
    '{modelId} の提供は終了しました。後継の {successor} を上のメニューで選んで、もう一度お試しください。',
}
