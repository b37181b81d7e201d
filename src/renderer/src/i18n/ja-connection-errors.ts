import type { Words } from './words'

export const ofConnection: Words['ofConnection'] = {
  'missing-credentials':
    '接続「{connection}」の設定が足りません。キーまたはアドレスを設定の「接続」で入力してから、もう一度お試しください。',
  'rejected-credentials':
    'ログイン情報が「{connection}」に受け付けられませんでした。設定の「接続」で入力し直してから、もう一度お試しください。',
  'token-expired':
    '「{connection}」の Microsoft Entra ID トークンの期限が切れているか、トークンが正しくありません（有効期間は約1時間です）。「az account get-access-token --resource {resource}」で新しいトークンを取得して設定の「接続」に貼り付けるか、自動で更新されるようにクライアント ID とシークレットを入力してください。',
  'wrong-address':
    '{host} から応答がありましたが、「{connection}」の応答としては正しくありません。アドレスが間違っているか、途中までしか入力されていない可能性があります（末尾が /v1 のサーバーが多くあります）。設定の「接続」でアドレスを確認してから、もう一度お試しください。',
  'key-refused':
    'キーが「{connection}」に受け付けられませんでした。削除されたか、入力に誤りがある可能性があります。設定の「接続」で有効なキーを入力してから、もう一度お試しください。',
  'no-credit':
    '「{connection}」のアカウントの残高がないか、利用上限に達しています。プロバイダーの請求ページで残高を追加してから、もう一度お試しください。',
  'permission-denied':
    '「{connection}」のキーには、{modelId, select, none {このモデル} other {{modelId} }}を使う権限がありません。キーの発行者に権限を依頼するか、別のモデルを選んでください。',
  'api-disabled':
    '「{connection}」の API がお使いのプロジェクトで無効になっています。プロバイダーのコンソールで有効にし、1分ほど待ってから、もう一度お試しください。',
  'model-not-found':
    '「{connection}」には{modelId, select, none {そのモデル} other {{modelId} }}がありません。上のメニューで別のモデルを選んで、もう一度お試しください。',
}

export const entra: Words['entra'] = {
  'wrong-secret':
    '「{connection}」のクライアント シークレットが Microsoft Entra ID に受け付けられませんでした。シークレットの ID ではなく値を設定の「接続」で入力してから、もう一度お試しください。',
  'expired-secret':
    '「{connection}」のクライアント シークレットの期限が切れています。Microsoft Entra のアプリの「証明書とシークレット」で新しく作成し、設定の「接続」で入力してから、もう一度お試しください。',
  'unknown-client':
    '「{connection}」のクライアント ID のアプリが、このテナントの Microsoft Entra ID に見つかりません。設定の「接続」でクライアント ID とテナント ID を確認してから、もう一度お試しください。',
  'unknown-tenant':
    '「{connection}」のテナント ID が Microsoft Entra ID に見つかりません。設定の「接続」でテナント ID を確認し、ソブリン クラウドの場合はサインイン先のアドレスも確認してから、もう一度お試しください。',
  other:
    '「{connection}」のトークンを Microsoft Entra ID から取得できませんでした。アプリのサインインが許可されているかを管理者に確認し、設定の「接続」で ID とシークレットを確認してから、もう一度お試しください。',
}

/** An API that a login needs, beside the model's own. */
export const apiOff: Words['apiOff'] = {
  sentence:
    'この接続のログインに必要な API（{api}）が{project, select, none {プロジェクト} other {プロジェクト {project} }}で無効になっています。Google Cloud コンソールで有効にし、1分ほど待ってから、もう一度お試しください。',
}

export const lacking: Words['lacking'] = {
  billing:
    '{project, select, none {お使いのプロジェクト} other {プロジェクト {project} }}で課金が無効になっています。Google Cloud コンソールで請求先アカウントをリンクし、1分ほど待ってから、もう一度お試しください。',
  'project-role':
    'お使いのアカウントには、{project, select, none {このプロジェクト} other {プロジェクト {project} }}を請求先として使う権限がありません。「Service Usage ユーザー」のロールを管理者に依頼してから、もう一度お試しください。',
}

export const noModel: Words['noModel'] = {
  sentence:
    '「{connection}」にはまだモデルがありません。モデルを動かしている側で読み込むか、設定の「接続」でモデル名を入力してから、もう一度お試しください。',
}

export const retired: Words['retired'] = {
  sentence:
    '{modelId} の提供は終了しました。後継の {successor} を上のメニューで選んで、もう一度お試しください。',
}
