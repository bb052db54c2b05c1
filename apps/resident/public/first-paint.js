/*
 * Sets the language, contrast and brand that were chosen last before anything is painted, so that
 * nobody sees a flash of the wrong colours. A file of its own: the page's policy allows no inline script.
 */
;(() => {
  const root = document.documentElement
  let kept = {}
  try {
    kept = JSON.parse(localStorage.getItem('2park.preferences') ?? '{}')
  } catch {
    // Storage is closed or holds something else: the page starts with what it would be without.
  }
  const first = navigator.languages.find((language) => /^(nl|en)\b/.test(language)) ?? 'nl'
  root.lang = kept.language ?? first.slice(0, 2)
  root.dataset.contrast = kept.contrast ?? contrastAskedFor()
  if (kept.brand) root.dataset.brand = kept.brand

  /** Of the system, by who chose none here. Who forces their own colours has them already. */
  function contrastAskedFor() {
    const isAsked = (what) => matchMedia(`(${what})`).matches
    if (!isAsked('prefers-contrast: more') || isAsked('forced-colors: active')) return 'default'
    return isAsked('prefers-color-scheme: dark') ? 'white-on-black' : 'black-on-white'
  }
})()
