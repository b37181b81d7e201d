import type { Words } from './words'

export const errors: Words['errors'] = {
  'bad-request': 'アプリが不正なリクエストを送りました。お手数ですが、不具合としてご報告ください。',
  'missing-credentials':
    'このコンピューターに Google のログイン情報が見つかりません。ターミナルで「gcloud auth application-default login」を実行してから、もう一度お試しください。',
  'missing-project':
    'Google Cloud のプロジェクトが設定されていません。設定の「接続」でプロジェクト ID を入力してから、もう一度お試しください。',
  'rejected-credentials':
    'このコンピューターのログイン情報が Google に受け付けられませんでした。期限が切れている可能性があります。ターミナルで「gcloud auth application-default login」を実行してから、もう一度お試しください。',
  'impersonation-denied':
    'ログイン情報は有効ですが、サービス アカウント {account} の権限を借用できないか、そのアカウントが存在しません。このアカウントに対するロール roles/iam.serviceAccountTokenCreator が必要です。ターミナルで「{command}」を実行するか、管理者に依頼し、1分ほど待ってから、もう一度お試しください。',
  'entra-refused':
    'Microsoft Entra ID からトークンを取得できませんでした。設定の「接続」でテナント ID、クライアント ID、クライアント シークレットを確認してから、もう一度お試しください。',
  'token-expired':
    'Microsoft Entra ID トークンの期限が切れているか、トークンが正しくありません。「az account get-access-token --resource {resource}」で新しいトークンを取得し、設定の「接続」に貼り付けてから、もう一度お試しください。',
  offline:
    'このコンピューターから{host, select, none {サーバー} other {{host}}}につながりません。ネットワーク接続を確認してから、もう一度お試しください。',
  'connection-refused':
    '{host, select, none {サーバー} other {{host} }}に接続を拒否されました。アドレスが正しいか、サーバーが動いているかを確認して、もう一度お試しください。',
  'host-not-found':
    '{host, select, none {サーバー} other {{host} }}が見つかりません。インターネット接続を確認して、もう一度お試しください。',
  'tls-failed':
    '{host, select, none {サーバー} other {{host} }}の証明書を信頼できないため、安全に接続できませんでした。社内ネットワークをお使いの場合は、会社の証明書を管理者に確認してインストールしてから、もう一度お試しください。',
  'proxy-failed':
    'プロキシで通信が止められました。このコンピューターのプロキシ設定を確認して、もう一度お試しください。',
  'request-refused':
    '{modelId, select, none {モデル} other {{modelId} }}がリクエストを受け付けませんでした。メッセージを短くするか、別のモデルをお試しください。',
  'key-refused':
    'キーまたはログイン情報がプロバイダーに受け付けられませんでした。有効かどうかを確認して、もう一度お試しください。',
  'api-disabled':
    '{project, select, none {お使いのプロジェクト} other {プロジェクト {project} }}で Vertex AI API が無効になっています。Google Cloud コンソールで有効にし、1分ほど待ってから、もう一度お試しください。',
  'permission-denied':
    'お使いのアカウントには、{project, select, none {このプロジェクト} other {プロジェクト {project} }}でモデルを使う権限がありません。「Vertex AI ユーザー」のロールを管理者に依頼してから、もう一度お試しください。',
  'model-not-found':
    '{modelId, select, none {このモデル} other {{modelId} }}は{location, select, none {お使いの環境} other {リージョン {location} }}では利用できません。上のメニューで別のモデルを選んで、もう一度お試しください。',
  'no-credit':
    'このキーのアカウントの残高がないか、利用上限に達しています。プロバイダーの請求ページで残高を追加してから、もう一度お試しください。',
  'day-limit':
    '今日の使用量が1日の上限に達したため、送信していません。それでも送信するか、設定の「チャット」で上限を変更してください。',
  'rate-limited':
    'プロバイダーにリクエストが集中しています。{seconds, plural, =0 {少し} other {#秒ほど}}待ってから、もう一度お試しください。',
  'provider-failed': 'プロバイダー側で問題が起きています。しばらく待ってから、もう一度お試しください。',
  'connection-reset': '回答が始まる前に接続が切れました。接続を確認して、もう一度お試しください。',
  'malformed-stream':
    '回答を正しく読み取れませんでした。もう一度試しても直らない場合は、不具合としてご報告ください。',
  interrupted:
    'アプリやコンピューターが終了・休止したか、通信が途切れたため、回答が始まる前に止まりました。もう一度お試しください。',
  stalled:
    '{seconds, plural, =0 {長い間} other {#秒間}}何も届かなかったため、待つのをやめました。もう一度お試しください。',
  'empty-reply': 'モデルから何も返ってきませんでした。もう一度試すか、質問の表現を変えてみてください。',
  'draft-not-kept':
    '入力中の文章を保存できませんでした。ディスクの空き容量を増やしてください。入力を続けるともう一度保存を試みます。それまでは、終了する前に別の場所へコピーしてください。',
  'not-kept':
    'このコンピューターにメッセージを保存できませんでした。まだ送信されていません。ディスクの空き容量を増やしてから、もう一度お試しください。',
  unexpected: '予期しない問題が起きました。もう一度お試しください。',
}

export const cut: Words['cut'] = {
  offline:
    'このコンピューターから{host, select, none {サーバー} other {{host}}}につながりません。届いたところまでは残っています。ネットワーク接続を確認してから、続けてください。',
  'host-not-found':
    '{host, select, none {サーバー} other {{host} }}が見つかりません。届いたところまでは残っています。インターネット接続を確認してから、続けてください。',
  'tls-failed':
    '{host, select, none {サーバー} other {{host} }}の証明書を信頼できないため、安全に接続できませんでした。届いたところまでは残っています。社内ネットワークをお使いの場合は、会社の証明書を管理者に確認してインストールしてから、続けてください。',
  'rate-limited':
    'プロバイダーにリクエストが集中しています。届いたところまでは残っています。{seconds, plural, =0 {少し} other {#秒ほど}}待ってから、続けてください。',
  'connection-reset':
    '回答の途中で接続が切れました。届いたところまでは残っています。接続を確認してから、続けてください。',
  'malformed-stream':
    '回答の続きを正しく読み取れませんでした。届いたところまでは残っています。続けるか、もう一度お試しください。それでも直らない場合は、不具合としてご報告ください。',
  'provider-failed':
    '回答の途中で、プロバイダー側に問題が起きました。届いたところまでは残っています。しばらく待ってから、続けてください。',
  interrupted:
    'アプリやコンピューターが終了・休止したか、通信が途切れたため、回答が途中で止まりました。届いたところまでは残っています。そこから続けるか、はじめからもう一度お試しください。',
  stalled:
    '{seconds, plural, =0 {長い間} other {#秒間}}何も届かなかったため、待つのをやめました。届いたところまでは残っています。そこから続けるか、はじめからもう一度お試しください。',
}

export const ofFile: Words['ofFile'] = {
  'missing-credentials':
    '認証情報ファイル {file} を使えません。ファイルがあるか、Google の認証情報ファイルかを確認して、もう一度お試しください。',
  'rejected-credentials':
    '認証情報ファイル {file} が Google に受け付けられませんでした。キーが削除された可能性があります。新しいキーを作成し、このファイルに保存してから、もう一度お試しください。',
}
