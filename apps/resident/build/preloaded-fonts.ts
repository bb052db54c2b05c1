/**
 * Lets the page ask for the font of its text at once, instead of after the style sheet that names it.
 * That of the plates is small print on a slow line: it comes when the first plate is drawn.
 */
import type { HtmlTagDescriptor, Plugin } from 'vite'

export function preloadedFonts(): Plugin {
  return {
    name: 'preloaded-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => /source-sans[^/]*[.]woff2$/.test(file))
          .map((file): HtmlTagDescriptor => ({
            tag: 'link',
            attrs: {
              rel: 'preload',
              href: `/${file}`,
              as: 'font',
              type: 'font/woff2',
              crossorigin: true,
            },
            injectTo: 'head-prepend',
          })),
    },
  }
}
