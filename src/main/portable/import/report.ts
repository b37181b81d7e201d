import type { ImportProblem, ImportReport } from '#shared/portable'

import type { Database } from '../../conversations/connect'
import type { LineType } from '../columns'

/** More are counted, but not told one by one. */
const MOST_PROBLEMS = 500
const MOST_TITLES = 5

export function createReport() {
  const known = { conversation: 0, message: 0, preset: 0 }
  const problems: ImportProblem[] = []
  let problemCount = 0

  function add(problem: ImportProblem): void {
    problemCount += 1
    if (problems.length < MOST_PROBLEMS) problems.push(problem)
  }

  function count(type: LineType, isKnown: boolean): void {
    if (isKnown && (type === 'conversation' || type === 'message' || type === 'preset')) known[type] += 1
  }

  function read(staged: Database): ImportReport {
    const rows = (table: string): number =>
      staged.all<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`)[0]?.rows ?? 0
    const titles = staged.all<{ title: string }>(
      `SELECT title FROM conversations WHERE title <> '' ORDER BY updated_at DESC LIMIT ${MOST_TITLES}`,
    )
    return {
      conversations: { fresh: rows('conversations'), known: known.conversation },
      messages: { fresh: rows('messages'), known: known.message },
      presets: { fresh: rows('presets'), known: known.preset },
      titles: titles.map(({ title }) => title),
      problems,
      problemCount,
    }
  }

  return { add, count, read }
}
