/** Calls back each time the page can be seen again; returns the function that ends it. */
export function onVisible(page: Document): (listener: () => void) => () => void {
  return (listener) => {
    const look = (): void => {
      if (!page.hidden) listener()
    }
    page.addEventListener('visibilitychange', look)
    return () => page.removeEventListener('visibilitychange', look)
  }
}
