import type { Look } from '../src/markdown/diagrams/frame-message'

/** The page's own ink and paper, for Mermaid, which knows no custom properties. */
const LOOKS = {
  light: {
    paper: '#ffffff',
    surface: '#edf4f3',
    surfaceOther: '#f4f1e8',
    ink: '#1c2221',
    inkSoft: '#57625f',
    line: '#8b9591',
    accent: '#0d6a6e',
    note: '#fbf3dc',
    noteLine: '#d5bf85',
    danger: '#9f3320',
  },
  dark: {
    paper: '#1b2123',
    surface: '#233335',
    surfaceOther: '#2c2b25',
    ink: '#e6eae8',
    inkSoft: '#a2aeab',
    line: '#74807d',
    accent: '#66c7c4',
    note: '#35301f',
    noteLine: '#7d6f45',
    danger: '#f2a08d',
  },
} as const

const SANS = "-apple-system, 'Segoe UI', 'Inter', system-ui"
const JAPANESE = "'Hiragino Sans', 'Yu Gothic UI', 'Meiryo', 'Noto Sans CJK JP', 'Noto Sans JP'"

export function toFont(language: string): string {
  return language === 'ja' ? `${JAPANESE}, ${SANS}, sans-serif` : `${SANS}, ${JAPANESE}, sans-serif`
}

/** The variables of Mermaid's `base` theme. */
export function toThemeVariables(look: Look, fontFamily: string): Readonly<Record<string, string | boolean>> {
  const colours = LOOKS[look]
  return {
    darkMode: look === 'dark',
    background: colours.paper,
    fontFamily,
    fontSize: '15px',
    primaryColor: colours.surface,
    primaryTextColor: colours.ink,
    primaryBorderColor: colours.accent,
    secondaryColor: colours.surfaceOther,
    secondaryTextColor: colours.ink,
    secondaryBorderColor: colours.line,
    tertiaryColor: colours.paper,
    tertiaryTextColor: colours.ink,
    tertiaryBorderColor: colours.line,
    lineColor: colours.inkSoft,
    textColor: colours.ink,
    mainBkg: colours.surface,
    nodeBorder: colours.accent,
    clusterBkg: colours.surfaceOther,
    clusterBorder: colours.line,
    titleColor: colours.ink,
    edgeLabelBackground: colours.paper,
    noteBkgColor: colours.note,
    noteTextColor: colours.ink,
    noteBorderColor: colours.noteLine,
    actorBkg: colours.surface,
    actorBorder: colours.accent,
    actorTextColor: colours.ink,
    actorLineColor: colours.line,
    signalColor: colours.inkSoft,
    signalTextColor: colours.ink,
    labelBoxBkgColor: colours.surfaceOther,
    labelBoxBorderColor: colours.line,
    labelTextColor: colours.ink,
    loopTextColor: colours.ink,
    errorBkgColor: colours.paper,
    errorTextColor: colours.danger,
  }
}
