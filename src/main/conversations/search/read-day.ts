const DAY = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/

/** The first moment of a day, month or year, in the time zone of this computer. Undefined when there is no such day. */
export function readDay(text: string, now: Date): number | undefined {
  const ago = DAYS_AGO[text.toLowerCase()]
  if (ago !== undefined) return new Date(now.getFullYear(), now.getMonth(), now.getDate() - ago).getTime()
  const [, year, month = '1', day = '1'] = DAY.exec(text) ?? []
  if (year === undefined) return undefined
  const date = new Date(Number(year), Number(month) - 1, Number(day))
  // A thirteenth month would be January of the next year.
  const isReal = date.getMonth() === Number(month) - 1 && date.getDate() === Number(day)
  return isReal ? date.getTime() : undefined
}

const DAYS_AGO: Readonly<Record<string, number>> = { today: 0, yesterday: 1, 今日: 0, 昨日: 1 }
