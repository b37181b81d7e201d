/** The page that shows every picture: Markdown, a heading for each screen and four pictures under it. */
export function toGallery(screens: readonly string[]): string {
  return ['# Every screen', '', INTRODUCTION, ...screens.flatMap(toSection), ''].join('\n')
}

const INTRODUCTION =
  'In both languages and both themes, as `npm run screenshots` takes them. It writes this page too.'

function toSection(screen: string): readonly string[] {
  const row = (theme: string) =>
    `| ![${screen}, English, ${theme}](${screen}-en-${theme}.png) | ![${screen}, Japanese, ${theme}](${screen}-ja-${theme}.png) |`
  return ['', `## ${screen}`, '', '| English | 日本語 |', '| --- | --- |', row('light'), row('dark')]
}
