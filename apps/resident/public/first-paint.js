/*
 * Sets the language, contrast and municipality's colours that were chosen last before anything is painted,
 * so that nobody sees a flash of the wrong ones. A file of its own: the page's policy allows no inline script.
 */
;(() => {
  const root = document.documentElement
  const bar = document.querySelector('meta[name="theme-color"]')
  const barOfTheme = bar.content
  let barOfBrand = barOfTheme
  /** The grounds of `tokens.css`, which may not be there yet. */
  const barsOfContrasts = {
    'black-on-white': '#fff',
    'white-on-black': '#000',
    'black-on-yellow': '#ff0',
    'yellow-on-black': '#000',
  }
  // Fills tokens of the theme after it; the theme's contrasts overrule them by their weight. A sheet that is
  // made by a script needs no leave of the page's policy, and takes values only: no text becomes a rule.
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [sheet]
  const wear = (tokens = {}) => {
    sheet.replaceSync('@layer tokens { :root {} }')
    const { style } = sheet.cssRules[0].cssRules[0]
    for (const [name, value] of Object.entries(tokens)) style.setProperty(`--${name}`, value)
    barOfBrand = tokens['basis-color-accent-1-bg-default'] ?? barOfTheme
    paintBar()
  }
  const paintBar = () => {
    bar.content = barsOfContrasts[root.dataset.contrast] ?? barOfBrand
  }
  // The app asks for it by this, so that what is done here is written once.
  addEventListener('2park.wear', ({ detail }) => wear(detail ?? undefined))

  const kept = whatIsKept()
  const first = navigator.languages.find((language) => /^(nl|en)\b/.test(language)) ?? 'nl'
  root.lang = kept.language ?? first.slice(0, 2)
  root.dataset.contrast = kept.contrast ?? contrastAskedFor()
  wear(kept.tokens)
  // Also of a contrast that is chosen in the app.
  new MutationObserver(paintBar).observe(root, { attributeFilter: ['data-contrast'] })
  for (const asked of [
    'prefers-contrast: more',
    'forced-colors: active',
    'prefers-color-scheme: dark',
  ])
    matchMedia(`(${asked})`).addEventListener('change', () => {
      if (whatIsKept().contrast) return
      root.dataset.contrast = contrastAskedFor()
      dispatchEvent(new Event('2park.contrast'))
    })

  function whatIsKept() {
    try {
      return JSON.parse(localStorage.getItem('2park.preferences') ?? '{}')
    } catch {
      // Storage is closed or holds something else: the page starts with what it would be without.
      return {}
    }
  }

  /** Of the system, by who chose none here. Who forces their own colours has them already. */
  function contrastAskedFor() {
    const isAsked = (what) => matchMedia(`(${what})`).matches
    if (!isAsked('prefers-contrast: more') || isAsked('forced-colors: active')) return 'default'
    return isAsked('prefers-color-scheme: dark') ? 'white-on-black' : 'black-on-white'
  }
})()
