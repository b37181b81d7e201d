/** Calls back each time the page is hidden or can be seen again; returns the function that ends it. */
export function onVisibility(page: Document): (listener: (isVisible: boolean) => void) => () => void {
  return (listener) => {
    const look = (): void => listener(!page.hidden)
    page.addEventListener('visibilitychange', look)
    return () => page.removeEventListener('visibilitychange', look)
  }
}
