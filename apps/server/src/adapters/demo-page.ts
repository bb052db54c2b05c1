/** The plain pages that a demo has beside the app: without a script, in one look. */
import { createHash } from 'node:crypto'
import type { Language } from '@2park/contract/language'
import { pageHeaders } from '#http/headers.ts'

const style = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, 'Liberation Sans', sans-serif }
body { max-width: 48rem; margin: 0 auto; padding: 1rem }
h1 { line-height: 1.25 }
ol { list-style: none; padding: 0 }
li { border-block-end: 1px solid #6b7884; padding-block: 0.75rem }
li a { font-weight: 700; display: inline-block; padding-block: 0.25rem }
dt { font-weight: 700 }
dd { margin: 0; overflow-wrap: anywhere }
iframe { inline-size: 100%; block-size: 40rem; border: 1px solid #6b7884; border-radius: 12px; background: #fff }
form { display: grid; gap: 0.75rem; justify-items: start; margin-block: 1rem }
label { font-weight: 700 }
input, button { font: inherit; min-block-size: 3rem; padding: 0.25rem 0.75rem; border: 1px solid #6b7884; border-radius: 12px }
button { font-weight: 700; cursor: pointer }
.error { font-weight: 700 }
pre { white-space: pre-wrap; overflow-wrap: anywhere }
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
