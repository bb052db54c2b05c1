/** Whether a mail says the same as HTML as it says in plain text. */

type Texts = { readonly text: string; readonly html: string }

/** The lines of the plain text that its HTML doesn't have. */
export function missingLines({ text, html }: Texts = { text: '', html: '' }): string[] {
  const read = asRead(html)
  const lines = text.split('\n').filter((line) => line !== '' && line !== '-- ')
  return lines
    .map((line) => line.replace(/^(?:Kenteken|Kosten): |:$/, ''))
    .filter((line) => !read.includes(line))
}

/** What stands in HTML once its tags are gone. */
function asRead(html: string): string {
  return html
    .replaceAll(/<[/]?span[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
}
