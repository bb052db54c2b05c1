/** Runs in the page: what runs out of the side of the screen, without being in a box that scrolls. */
export function listCutOff(): string[] {
  const root = document.documentElement
  const right = root.clientWidth + 1
  const out = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
    const box = element.getBoundingClientRect()
    if (box.width <= 1 || box.right <= right) return false
    for (let around = element.parentElement; around; around = around.parentElement) {
      if (/auto|scroll|clip|hidden/.test(getComputedStyle(around).overflowX)) return false
    }
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  })
  const scrolls = root.scrollWidth > root.clientWidth ? ['the page scrolls sideways'] : []
  return [...scrolls, ...out.map((element) => element.outerHTML.slice(0, 90))]
}
