/**
 * What axe does not see. Runs in the page: in a contrast of two colours, every text, ground, line, shadow and
 * drawing is in one of the two. The swatches of the choice itself show their own.
 */
export function listStrangeColours(): string[] {
  const root = getComputedStyle(document.documentElement)
  const own = ['--contrast-bg', '--contrast-color'].map((name) => root.getPropertyValue(name))
  const probe = document.createElement('i')
  document.body.append(probe)
  const allowed = new Set(
    own.map((colour) => {
      probe.style.color = colour
      return getComputedStyle(probe).color
    }),
  )
  probe.remove()
  const isStrange = (colour: string) =>
    !allowed.has(colour) && !/^rgba\(.*, 0\)$|^transparent$/.test(colour)
  const coloursIn = (value: string) => value.match(/(?:rgba?|color|oklch|oklab)\([^)]*\)/g) ?? []
  const sides = ['top', 'right', 'bottom', 'left']
  const coloursOf = (style: CSSStyleDeclaration, isDrawing: boolean) => {
    const of = (name: string) => style.getPropertyValue(name)
    const isDrawn = (line: string) =>
      of(`${line}-style`) !== 'none' && of(`${line}-width`) !== '0px'
    const lines = [...sides.map((side) => `border-${side}`), 'outline'].filter(isDrawn)
    return [
      of('color'),
      // What is see-through mixes the two.
      ...(/^[01]$/.test(of('opacity')) ? [] : [`opacity ${of('opacity')}`]),
      of('background-color'),
      ...lines.map((line) => of(`${line}-color`)),
      ...coloursIn(of('background-image')),
      ...coloursIn(of('box-shadow')),
      ...(of('text-decoration-line') === 'none' ? [] : [of('text-decoration-color')]),
      ...(isDrawing ? [...coloursIn(of('fill')), ...coloursIn(of('stroke'))] : []),
    ]
  }
  const drawn = [...document.querySelectorAll('html, body, body *:not([data-swatch])')].filter(
    (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
  )
  const isThere = (element: Element, part: string) => {
    if (part === '::placeholder') return element.matches('[placeholder]')
    if (part === '::backdrop') return element.matches('dialog[open]')
    return part === '' || !/^(none|normal)$/.test(getComputedStyle(element, part).content)
  }
  return drawn.flatMap((element) =>
    ['', '::before', '::after', '::placeholder', '::backdrop']
      .filter((part) => isThere(element, part))
      .flatMap((part) =>
        coloursOf(getComputedStyle(element, part), element instanceof SVGElement)
          .filter(isStrange)
          .map((colour) => `${element.outerHTML.slice(0, 90)} ${part} ${colour}`),
      ),
  )
}
