/** The plain pages that a demo has beside the app: without a script, in one look. */
import { createHash } from 'node:crypto'
import type { Language } from '@2park/contract/language'
import { pageHeaders } from '#http/headers.ts'

/** The colours of the app, which these pages cannot take from it: its sheet has another name in each build. */
const style = `
:root {
  color-scheme: light dark;
  --ground: #f2f5f8; --paper: #fff; --text: #15212c; --subtle: #4b5864; --line: #6b7884; --edge: #d3dbe2;
  --action: #0b5cad; --on-action: #fff; --wrong: #a8171f;
  font: 1.0625rem/1.5 system-ui, 'Liberation Sans', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #10181f; --paper: #1a252f; --text: #eef3f7; --subtle: #b8c4ce; --line: #8493a0; --edge: #33424f;
    --action: #8fc3f7; --on-action: #10181f; --wrong: #ffa8a8;
  }
}
body { margin: 0; background: var(--ground); color: var(--text) }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
h1, h2 { line-height: 1.25; overflow-wrap: anywhere; text-wrap: balance }
h1 { margin: 0 0 0.75rem; font-size: 1.625rem }
h2 { margin: 2rem 0 0.5rem; font-size: 1.1875rem }
p { margin: 0 0 1rem; max-width: 38rem }
a { color: var(--action); text-underline-offset: 0.2em; overflow-wrap: anywhere }
ul { margin: 0; padding-inline-start: 1.25rem }
ol { display: grid; gap: 0.75rem; margin: 1.25rem 0 0; padding: 0; list-style: none }
ol > li { padding: 0.5rem 1rem 0.75rem; overflow-wrap: anywhere; color: var(--subtle) }
li a { display: inline-block; padding-block: 0.25rem; font-weight: 650 }
dl { display: grid; grid-template-columns: fit-content(50%) minmax(0, 1fr); gap: 0.25rem 1rem; margin: 0 }
dt { color: var(--subtle); overflow-wrap: anywhere }
dd { margin: 0; font-weight: 650; overflow-wrap: anywhere }
ol > li, pre, iframe { border: 1px solid var(--edge); border-radius: 16px; background: var(--paper) }
iframe { box-sizing: border-box; inline-size: 100%; block-size: 40rem; border-color: var(--line); background: #fff }
pre { margin: 0; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere }
form { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; max-width: 26rem; margin-block: 1.5rem }
label { font-weight: 650 }
input, button, .button {
  box-sizing: border-box; min-block-size: 3rem; padding: 0.5rem 1rem; border-radius: 12px; font: inherit;
}
input { min-inline-size: 0; max-inline-size: 100%; border: 1px solid var(--line); background: var(--paper); color: inherit }
input[aria-invalid] { border: 2px solid var(--wrong) }
button, .button {
  display: inline-grid; grid-template-columns: minmax(0, max-content); place-content: center;
  overflow-wrap: anywhere; border: 2px solid var(--action); background: var(--paper); color: var(--action);
  font-weight: 650; text-align: center; text-decoration: none; cursor: pointer;
}
.after { margin-block-start: 1.5rem }
.primary { background: var(--action); color: var(--on-action) }
.error { margin: 0; color: var(--wrong); font-weight: 650 }
:focus-visible { outline: 3px solid var(--text); outline-offset: 2px }
`

/** What the pages' one style sheet is known by to the browser, which takes no other. */
const stylePolicy = `'sha256-${createHash('sha256').update(style).digest('base64')}'`

export const demoPageHeaders = pageHeaders(
  `default-src 'none'; style-src ${stylePolicy}; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
)

export function momentHtml(at: Temporal.Instant, language: Language): string {
  const local = at.toZonedDateTimeISO('Europe/Amsterdam')
  const shown = local.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return `<time datetime="${at.toString()}">${shown}</time>`
}

type Document = { readonly language: Language; readonly title: string; readonly main: string }

export function demoDocument({ language, title, main }: Document): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – 2Park</title>
<style>${style}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`
}
