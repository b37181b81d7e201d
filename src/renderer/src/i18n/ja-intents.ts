/** What links and files from outside want. */
export const intents = {
  written: 'リンクによって入力された文章です。送信する前に内容をご確認ください。',
  refused: {
    link: 'このリンクの意味がわからないため、何もしませんでした。リンクの提供元にご確認ください。',
    conversation:
      'リンク先の会話はここにありません。削除されたか、別のコンピューターにある可能性があります。',
    'more-files': 'ファイルは一つずつ読み込みます。完了してから、ほかのファイルを開いてください。',
  },
} as const
