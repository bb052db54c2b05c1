/** A list to oneself, to read and as a file for a spreadsheet (K6). */
import { paragraph, type Letters, type Table } from '../letter.ts'

export type HistoryMail = {
  readonly kind: 'history'
  /** In the reader's language, as the cells are. */
  readonly title: string
  readonly table: Table
  /** Where the list is longer than a mail can be. */
  readonly note?: string | undefined
  readonly attachment: { readonly fileName: string; readonly content: string }
}

export function historyLetters({ title, table, note, attachment }: HistoryMail): Letters {
  const attachments = [{ ...attachment, mediaType: 'text/csv' }]
  const list = [...(note ? [paragraph(note)] : []), { type: 'table', ...table } as const]
  return {
    nl: {
      subject: title,
      blocks: [paragraph('U vroeg om deze lijst. De lijst zit er ook bij als bestand.'), ...list],
      attachments,
    },
    en: {
      subject: title,
      blocks: [paragraph('You asked for this list. It is attached as a file as well.'), ...list],
      attachments,
    },
  }
}
