/** Reads the tables of cases in docs/reference that people and the program must agree on. */
import { readFileSync } from 'node:fs'

/** A row of a table: what stands under each heading. */
export type Row = Readonly<Record<string, string>>

export const timeZone = 'Europe/Amsterdam'

export const pages = new URL('../../../docs/reference/', import.meta.url)
export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Of a page, the rows of every table that has a column of a name. */
export function casesOf(page: string): (heading: string) => readonly Row[] {
  const tables = tablesOf(readFileSync(new URL(page, pages), 'utf8'))
  return (heading) => {
    const rows = tables.filter(([first]) => first && heading in first).flat()
    if (rows.length === 0) throw new Error(`no case has a column ${heading}`)
    return rows
  }
}

/** 'Mon 2026-03-02 10:00' on the wall clock; of an hour that comes twice, the first. */
export function momentIn(text = ''): Temporal.Instant {
  const [weekday, date, time] = text.split(' ')
  const local = Temporal.PlainDateTime.from(`${date}T${time}`)
  if (weekdays[local.dayOfWeek - 1] !== weekday) throw new Error(`not a ${weekday}: ${date}`)
  return local.toZonedDateTime(timeZone).toInstant()
}

/** What `momentIn` reads; seconds only where there are any. */
export function momentText(moment?: Temporal.Instant): string {
  if (!moment) return 'never'
  const local = moment.toZonedDateTimeISO(timeZone).toPlainDateTime()
  const time = local.toPlainTime().toString({ smallestUnit: local.second ? 'second' : 'minute' })
  return `${weekdays[local.dayOfWeek - 1]} ${local.toPlainDate().toString()} ${time}`
}

/** Every run of lines that begin with a bar is a table, and its second line a rule. */
function tablesOf(page: string): Row[][] {
  const blocks = page.split(/\n(?!\|)/).map((block) => block.match(/^\|.*$/gm) ?? [])
  return blocks
    .filter((lines) => lines.length > 2)
    .map(([head = '', , ...lines]) => {
      const headings = cellsOf(head)
      return lines.map((line) => {
        const cells = cellsOf(line)
        return Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? '']))
      })
    })
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}
