/** What a mail says, before it has a look: the same parts make the HTML and the plain text. */
import type { Language } from '@2park/contract/language'
import type { Attachment } from './mail.port.ts'

export type Block =
  | { readonly type: 'paragraph'; readonly text: string }
  /** The one thing to do. The address is also written out, for who can't press a button. */
  | { readonly type: 'button'; readonly label: string; readonly address: string }
  | { readonly type: 'smallPrint'; readonly text: string }
  | ({ readonly type: 'table' } & Table)

export type Table = {
  /** The first names a row. */
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Which column is reckoned with: it stands beside the others. */
  readonly amount: number
}

/** What a row says beside its amount, of what there is: the first names it. */
export function saidOf({ head, amount }: Pick<Table, 'head' | 'amount'>, row: readonly string[]) {
  const [name = '', ...others] = row
  return {
    name: name || '–',
    others: others.flatMap((cell, index) =>
      cell === '' || index + 1 === amount ? [] : [{ label: head[index + 1] ?? '', cell }],
    ),
  }
}

export type Letter = {
  /** Also the title above the text. */
  readonly subject: string
  readonly blocks: readonly Block[]
  readonly attachments?: readonly Attachment[]
}

export type Letters = Readonly<Record<Language, Letter>>

export function paragraph(text: string): Block {
  return { type: 'paragraph', text }
}

export function button(label: string, address: string): Block {
  return { type: 'button', label, address }
}

export function smallPrint(text: string): Block {
  return { type: 'smallPrint', text }
}
