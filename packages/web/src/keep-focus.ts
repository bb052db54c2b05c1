/**
 * When what has the focus goes, as a row does that is removed, the browser gives the focus to nothing:
 * then the next Tab begins at the top, and a screen reader is nowhere. Here it goes to the title of
 * what the thing stood in: the sheet, the section or the page.
 */
export function keepFocus(): void {
  let path: readonly Element[] = []
  addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) path = [target, ...ancestorsOf(target)]
  })
  new MutationObserver(() => {
    const [last] = path
    if (!last || last.isConnected || document.activeElement !== document.body) return
    const around = path.find((element) => element.isConnected)
    path = []
    titleAround(around)?.focus({ preventScroll: true })
  }).observe(document.body, { childList: true, subtree: true })
}

function ancestorsOf({ parentElement }: Element): readonly Element[] {
  return parentElement ? [parentElement, ...ancestorsOf(parentElement)] : []
}

function titleAround(element: Element | undefined): HTMLElement | null | undefined {
  const title =
    element?.closest('dialog, section, main')?.querySelector<HTMLElement>('h1, h2') ??
    document.querySelector<HTMLElement>('main h1')
  // No control: it takes the focus when it is given, and not by Tab.
  if (title && !title.hasAttribute('tabindex')) title.tabIndex = -1
  return title
}
