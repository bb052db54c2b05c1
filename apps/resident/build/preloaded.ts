/**
 * Lets the page ask at once for what it would hear of late: the font of its text, which a style sheet
 * names, and what everyone needs who is signed in, which the code of every page asks for. Who is not
 * will be soon. The font of the plates is small print on a slow line: it comes when the first is drawn.
 */
import type { HtmlTagDescriptor, Plugin } from 'vite'

export function preloaded(): Plugin {
  return {
    name: 'preloaded',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => Object.keys(bundle).flatMap(tagsFor),
    },
  }
}

function tagsFor(file: string): HtmlTagDescriptor[] {
  const href = `/${file}`
  if (/source-sans[^/]*[.]woff2$/.test(file))
    return [link({ rel: 'preload', href, as: 'font', type: 'font/woff2', crossorigin: true })]
  if (/signedIn[^/]*[.]js$/.test(file))
    return [link({ rel: 'modulepreload', href, crossorigin: true })]
  if (/signedIn[^/]*[.]css$/.test(file))
    return [link({ rel: 'preload', href, as: 'style', crossorigin: true })]
  return []
}

function link(attrs: Record<string, string | boolean>): HtmlTagDescriptor {
  return { tag: 'link', attrs, injectTo: 'head' }
}
