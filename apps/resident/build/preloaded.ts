/**
 * Lets the page ask at once for what it would hear of late: the font of its text, which a style sheet
 * names, and what everyone needs who is signed in, which the code of every page asks for. Who is not
 * will be soon. The font of the plates is small print on a slow line: it comes when the first is drawn.
 */
import type { HtmlTagDescriptor, Plugin } from 'vite'

const ahead = [
  { file: /signedIn[^/]*[.]js$/, attrs: { rel: 'modulepreload' } },
  { file: /signedIn[^/]*[.]css$/, attrs: { rel: 'preload', as: 'style' } },
  { file: /source-sans[^/]*[.]woff2$/, attrs: { rel: 'preload', as: 'font', type: 'font/woff2' } },
] as const

export function preloaded(): Plugin {
  return {
    name: 'preloaded',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => ahead.flatMap((each) => tagsFor(each, Object.keys(bundle))),
    },
  }
}

function tagsFor({ file, attrs }: (typeof ahead)[number], built: string[]): HtmlTagDescriptor[] {
  const found = built.filter((each) => file.test(each))
  if (found.length === 0) throw new Error(`the build has no file for ${file}`)
  return found.map((each) => ({
    tag: 'link',
    attrs: { ...attrs, href: `/${each}`, crossorigin: true },
    injectTo: 'head',
  }))
}
