/**
 * A letter as HTML that mail programs show: styles stand in the elements, because some programs drop
 * the sheet; the sheet only has what can't stand there, which is the dark colours. The one image is
 * the municipality's logo, which comes with the mail: nothing is fetched, and where a program hides
 * it the name beside it is seen.
 */
import type { Language } from '@2park/contract/language'
import { escapeHtml } from '#http/escape-html.ts'
import { type Block, type Letter, saidOf, type Table } from './letter.ts'
import { coloursOf, type Sender } from './sender.ts'
import { buttonFails, footText } from './texts.ts'

type Given = {
  readonly letter: Letter
  readonly sender: Sender
  readonly language: Language
}

const dark = `:root { color-scheme: light dark }
@media (prefers-color-scheme: dark) {
  .page { background: #0d141b !important; color: #e8edf2 !important }
  .sheet { background: #17212b !important; border-color: #33424f !important }
  .quiet { color: #b3c0cc !important }
  .link { color: #8ec5ff !important }
  .cell { border-color: #4b5864 !important }
}`

const typeface = "font-family: 'Source Sans 3', system-ui, 'Segoe UI', Arial, sans-serif"

const quiet = 'margin: 16px 0; color: #4b5864; font-size: 15px'

export function toHtml({ letter, sender, language }: Given): string {
  const { band } = coloursOf(sender)
  const blocks = letter.blocks.map((block) => blockHtml(block, { sender, language })).join('\n')
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(letter.subject)}</title>
<style>${dark}</style>
</head>
<body class="page" style="margin: 0; padding: 16px; background: #f2f5f8; color: #15212c; ${typeface}; font-size: 17px; line-height: 1.5">
<div class="sheet" style="max-width: 600px; margin: 0 auto; background: #fff; border: 1px solid #d3dbe2; border-radius: 12px; overflow: hidden; overflow-wrap: anywhere">
<p style="margin: 0; padding: 16px 24px; background: ${band.ground}; color: ${band.text}; font-size: 19px; font-weight: 700">${logoHtml(sender)}${escapeHtml(sender.name)}</p>
<div style="padding: 8px 24px 16px">
<h1 style="margin: 16px 0; font-size: 24px; line-height: 1.25">${asHtml(letter.subject)}</h1>
${blocks}
</div>
</div>
${footHtml(sender, language)}
</body>
</html>
`
}

/** On white, so that it is seen on a band of its own colour. The name stands beside it. */
function logoHtml({ logo }: Sender): string {
  if (!logo) return ''
  return `<img src="cid:logo" alt="" width="28" height="32" style="padding: 4px; margin-right: 12px; border-radius: 6px; background: #fff; vertical-align: middle">`
}

/** Longer ones are wider than a line of a phone. */
const mostOnOneLine = 24

/** A plate, an e-mail address and E-Loket stay on one line: a break at their dash reads as two words. */
function asHtml(text: string): string {
  const dashed = /[\p{L}\d]+(?:-[\p{L}\d]+)+/gu
  return escapeHtml(text).replaceAll(dashed, (word) =>
    word.length > mostOnOneLine ? word : `<span style="white-space: nowrap">${word}</span>`,
  )
}

/** Whose mail it is, and for whom. */
type Letterhead = { readonly sender: Sender; readonly language: Language }

function blockHtml(block: Block, head: Letterhead): string {
  if (block.type === 'button') return buttonHtml(block, head)
  if (block.type === 'table') return tableHtml(block)
  const text = asHtml(block.text)
  return block.type === 'paragraph'
    ? `<p style="margin: 16px 0">${text}</p>`
    : `<p class="quiet" style="${quiet}">${text}</p>`
}

function buttonHtml(
  { label, address }: Extract<Block, { type: 'button' }>,
  { sender, language }: Letterhead,
): string {
  const href = escapeHtml(address)
  const { button } = coloursOf(sender)
  return `<p style="margin: 24px 0"><a href="${href}" style="display: inline-block; padding: 12px 24px; border-radius: 12px; background: ${button.ground}; color: ${button.text}; font-weight: 700; text-decoration: none">${escapeHtml(label)}</a></p>
<p class="quiet" style="${quiet}">${buttonFails[language]} <a class="link" href="${href}" style="color: #0b5cad; overflow-wrap: anywhere">${href}</a></p>`
}

/**
 * Two columns and no more, so that amounts are in view on a phone too, in programs that drop every rule
 * about the width of the screen: what the amount is of, in lines, and the amount.
 */
function tableHtml(table: Table): string {
  const { head, rows, amount } = table
  const cell = 'padding: 8px 0; border-bottom: 1px solid #d3dbe2; vertical-align: top'
  const left = `${cell}; text-align: start`
  const right = `${cell}; padding-inline-start: 12px; text-align: end; overflow-wrap: normal`
  const lines = rows.map((row) => {
    const { name, others } = saidOf(table, row)
    const said = others.map(({ label, cell: text }) => `<br>${escapeHtml(label)}: ${asHtml(text)}`)
    return `<tr><td class="cell" style="${left}"><b>${asHtml(name)}</b>${said.join('')}</td><td class="cell" style="${right}; white-space: nowrap"><b>${escapeHtml(row[amount] ?? '')}</b></td></tr>`
  })
  return `<table style="border-collapse: collapse; width: 100%; font-size: 15px">
<thead><tr><th class="cell" scope="col" style="${left}">${escapeHtml(head[0] ?? '')}</th><th class="cell" scope="col" style="${right}">${escapeHtml(head[amount] ?? '')}</th></tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>`
}

function footHtml(sender: Sender, language: Language): string {
  if (!sender.helpdesk) return ''
  const { name, phone } = sender.helpdesk
  const call = `<a class="link" href="tel:${phone.replaceAll(/[^\d+]/g, '')}" style="color: #0b5cad; white-space: nowrap">${escapeHtml(phone)}</a>`
  const text = footText({ name: escapeHtml(name), phone: call }, language)
  return `<p class="quiet" style="max-width: 600px; margin: 16px auto; padding: 0 24px; color: #4b5864; font-size: 15px">${text}</p>`
}
