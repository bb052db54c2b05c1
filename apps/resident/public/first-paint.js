/*
 * Sets the language, contrast and municipality's colours that were chosen last before anything is painted,
 * so that nobody sees a flash of the wrong ones. A file of its own: the page's policy allows no inline script.
 */
;(() => {
  const root = document.documentElement
  const bar = document.querySelector('meta[name="theme-color"]')
  const barOfTheme = bar.content
  // Fills tokens of the theme after it; the theme's contrasts overrule them by their weight. A sheet that is
  // made by a script needs no leave of the page's policy, and takes values only: no text becomes a rule.
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [sheet]
  const wear = (tokens = {}) => {
    sheet.replaceSync('@layer tokens { :root {} }')
    const { style } = sheet.cssRules[0].cssRules[0]
    for (const [name, value] of Object.entries(tokens)) style.setProperty(`--${name}`, value)
    bar.content = tokens['basis-color-accent-1-bg-default'] ?? barOfTheme
  }
  // The app asks for it by this, so that what is done here is written once.
  addEventListener('2park.wear', ({ detail }) => wear(detail ?? undefined))

  let kept = {}
  try {
    kept = JSON.parse(localStorage.getItem('2park.preferences') ?? '{}')
  } catch {
    // Storage is closed or holds something else: the page starts with what it would be without.
  }
  const first = navigator.languages.find((language) => /^(nl|en)\b/.test(language)) ?? 'nl'
  root.lang = kept.language ?? first.slice(0, 2)
  root.dataset.contrast = kept.contrast ?? contrastAskedFor()
  wear(kept.tokens)

  /** Of the system, by who chose none here. Who forces their own colours has them already. */
  function contrastAskedFor() {
    const isAsked = (what) => matchMedia(`(${what})`).matches
    if (!isAsked('prefers-contrast: more') || isAsked('forced-colors: active')) return 'default'
    return isAsked('prefers-color-scheme: dark') ? 'white-on-black' : 'black-on-white'
  }
})()
