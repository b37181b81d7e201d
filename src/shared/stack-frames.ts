const MOST_FRAMES = 12

/** A place in the program's own code, as `toFrames` writes it. */
export const FRAME = /^(?:(?:(?:async|new) )*[\w$.<>#]{1,80} )?(?:out|src|assets)\/[\w./-]{1,160}:\d+:\d+$/

/** The last folder that is ours: what stands before it tells where somebody keeps the app. */
const LINE =
  /^at (?:((?:(?:async|new) )*[\w$.<>#]{1,80})(?: \[as [\w$]+\])? \()?.*\b((?:out\/(?:main|preload|renderer)|src\/(?:main|preload|renderer|shared)|assets)\/[\w./-]{1,140}:\d+:\d+)\)?$/

/**
 * Where in the program's own code an error came to be, innermost first, such as `readFile out/main/index.js:1:20`. A stack
 * begins with the error's message, which may hold anything: a line is kept only where it is a place and nothing else.
 */
export function toFrames(stack: string): readonly string[] {
  return stack
    .split('\n')
    .flatMap((line) => {
      const [, name, place] = LINE.exec(line.trim()) ?? []
      return place === undefined ? [] : [name === undefined ? place : `${name} ${place}`]
    })
    .slice(0, MOST_FRAMES)
}
