import type { Words } from './words'

export const updates: Words['updates'] = {
  title: 'アップデート',
  check: 'アップデートを確認',
  checkAgain: 'もう一度確認',
  download: 'ダウンロード',
  downloadAgain: 'もう一度ダウンロード',
  install: '再起動してインストール',
  foundByItself: 'Nagare {version} を利用できます。設定の「Nagare について」をご覧ください。',
  notes: 'バージョン {version} の新機能',
  page: 'リリース一覧',
  progress: 'バージョン {version} のダウンロード',
  steps: {
    checking: '新しいバージョンを確認しています…',
    current: 'これが最新のバージョンです。',
    found: 'バージョン {version} を利用できます。まだ何もダウンロードしていません。',
    downloading: 'バージョン {version} をダウンロードしています…',
    ready: 'バージョン {version} をダウンロードし、検証しました。再起動するとインストールします。',
    waits: '回答が終わりしだい、バージョン {version} をインストールします。',
    installing: 'Nagare を終了し、新しいバージョンで起動します…',
  },
  hindered: {
    policy: 'アップデートは管理者が行います。',
    source: 'この Nagare はソースからビルドされています。ソースを更新して、ビルドし直してください。',
    package:
      'この Nagare はパッケージでインストールされています。新しいバージョンのパッケージを上書きでインストールしてください。',
    portable: 'この Nagare はポータブル版です。ファイルを新しいバージョンのものに置き換えてください。',
    'no-place': 'この Nagare にはアップデートの配布元が設定されていません。入手元にお問い合わせください。',
  },
  problems: {
    unreachable:
      '配布元に接続できませんでした。ネットワークとプロキシの設定を確認して、もう一度お試しください。',
    damaged:
      'ダウンロードした内容が、公開されているものと一致しません。内容は破棄し、何もインストールしていません。もう一度お試しください。繰り返す場合は、ネットワークの管理者にお知らせください。',
    unsigned: 'ダウンロードした内容の署名が正しくありません。内容は破棄し、何もインストールしていません。',
    'disk-full': 'ディスクに空きがありません。空きを作って、もう一度お試しください。',
    other:
      'アップデートできませんでした。何もインストールしていません。もう一度試すか、新しいバージョンを手動で入手してください。',
  },
}

export const licenses: Words['licenses'] = {
  title: 'ライブラリーのライセンス',
  show: 'ライセンスを表示',
  count: '{count, plural, other {#件のライブラリー}}',
  none: 'このライブラリーには、ライセンスの本文が付いていません。',
  electron: 'Electron と Chromium のライセンスは、プログラムと同じフォルダーにあります。',
}
