import type { Words } from './words'

export const ja: Words = {
  newWindow: '新しいウィンドウ',
  quickQuestion: 'クイック質問',
  tray: { newConversation: '新しい会話', coming: '回答中', untitled: '無題' },
  recent: '最近の会話',
  quitApp: 'Nagare を終了',
  quitting: {
    title: '回答がまだ届いています',
    body: '今終了すると、回答は途中で止まります。届いた分は保存され、次に起動したときに続きを受け取れます。',
    quit: '終了する',
    stay: '終了しない',
  },
  finishing: {
    title: 'Nagare は回答の続きを受け取っています',
    body: 'ウィンドウは閉じましたが、回答は続いています。次に Nagare を開いたときに読めます。',
  },
  reply: { answered: '回答が届きました', failed: '回答を最後まで受け取れませんでした', untitled: '無題' },
  crashed: {
    title: 'ウィンドウが繰り返し異常終了しています',
    body: '会話は保存されています。再読み込みするか、ウィンドウを閉じてください。',
    reload: '再読み込み',
    close: '閉じる',
  },
  stuck: {
    title: 'ウィンドウが応答していません',
    body: '会話、下書き、生成中の回答は保たれています。応答を待つか、再読み込みしてください。',
    wait: '待つ',
    reload: '再読み込み',
  },
  cannotStart: {
    title: 'Nagare を起動できませんでした',
    body: '何も変更していません。下の内容を添えてご報告ください。',
  },
  refused: {
    title: '会話を保存できません',
    body: 'ディスクに書き込めません。空き容量が足りない可能性があります。Nagare を起動している間は何も失われません。内容はメモリーに残っていて、自動的に保存し直します。終了する前に、空き容量を確保してください。',
  },
  unwritten: {
    title: '回答の最後の部分を保存できませんでした',
    body: 'ディスクに書き込めませんでした。空き容量を確保してから、もう一度 Nagare を起動してください。それより前の内容は保存されています。',
  },
  settings: {
    title: '使えない設定があります',
    because: {
      'set-aside': '設定ファイルが壊れています。次の名前で残し、初期設定で起動します。',
      ignored: '次の値は正しくないため使いません。ファイルはそのままです。',
      unreadable: '設定ファイルを読み込めません。ファイルには触れず、初期設定で起動します。',
    },
  },
  menu: {
    file: 'ファイル',
    edit: '編集',
    view: '表示',
    window: 'ウィンドウ',
    help: 'ヘルプ',
    updates: 'アップデートを確認…',
    close: 'ウィンドウを閉じる',
    quit: '終了',
    undo: '元に戻す',
    redo: 'やり直す',
    cut: '切り取り',
    copy: 'コピー',
    paste: '貼り付け',
    selectAll: 'すべて選択',
    reload: '再読み込み',
    resetZoom: '実際のサイズ',
    zoomIn: '拡大',
    zoomOut: '縮小',
    togglefullscreen: '全画面表示',
    toggleDevTools: '開発者ツール',
    minimize: 'しまう',
    zoom: '拡大／縮小',
  },
  context: {
    openLink: 'リンクを開く',
    copyLink: 'リンクのアドレスをコピー',
    noSuggestion: '候補はありません',
    addWord: '辞書に追加',
  },
  cannotOpen: '会話を開けませんでした',
  cannotOpenBecause: {
    'in-use': '別の Nagare が開いています。そちらを終了してから、もう一度起動してください。',
    damaged:
      'ファイルが壊れています。Nagare は何も変更していません。バックアップと置き換えるか、別の場所へ移して新しく始めてください。',
    unwritable:
      'ファイルまたはフォルダーに書き込めません。空き容量か書き込み権限を確認してから、もう一度起動してください。',
    newer:
      '新しいバージョンの Nagare で書かれているため、そのままにしてあります。そのバージョンをインストールしてから起動してください。',
    'migration-failed':
      '更新に失敗しましたが、会話は元のままです。問題をご報告のうえ、以前のバージョンをお使いください。',
  },
}
