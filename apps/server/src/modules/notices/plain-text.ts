/** A letter as plain text: everything that the HTML says, in the same order. */
import type { Language } from '@2park/contract/language'
import { type Block, type Letter, saidOf, type Table } from './letter.ts'
import type { Sender } from './sender.ts'
import { footText } from './texts.ts'

type Given = {
  readonly letter: Letter
  readonly sender: Sender
  readonly language: Language
}

export function toPlainText({ letter, sender, language }: Given): string {
  const parts = [letter.subject, ...letter.blocks.map(toText), `-- \n${foot(sender, language)}`]
  return `${parts.join('\n\n')}\n`
}

function foot({ name, helpdesk }: Sender, language: Language): string {
  return helpdesk ? `${name}\n${footText(helpdesk, language)}` : name
}

function toText(block: Block): string {
  if (block.type === 'button') return `${block.label}:\n${block.address}`
  if (block.type === 'table') return tableText(block)
  return block.text
}

/** A line for each cell, named: columns fall apart on a phone and in a proportional typeface. */
function tableText(table: Table): string {
  const { head, rows, amount } = table
  return rows
    .map((row) => {
      const { name, others } = saidOf(table, row)
      const said = [
        { label: head[0] ?? '', cell: name },
        ...others,
        { label: head[amount] ?? '', cell: row[amount] ?? '' },
      ]
      return said.map(({ label, cell }) => `${label}: ${cell}`).join('\n')
    })
    .join('\n\n')
}
