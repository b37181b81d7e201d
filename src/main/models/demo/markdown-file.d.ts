/** A Markdown file as the string it is; Vite reads it into the bundle. */
declare module '*.md?raw' {
  const text: string
  export { text as default }
}
