import type { Page } from '@playwright/test'

/** What a program would get that understands both formats. */
export async function paste(page: Page): Promise<{ readonly text: string; readonly html: string }> {
  const pasted = page.evaluate(
    () =>
      new Promise<{ text: string; html: string }>((resolve) => {
        const take = ({ clipboardData }: ClipboardEvent): void =>
          resolve({
            text: clipboardData?.getData('text/plain') ?? '',
            html: clipboardData?.getData('text/html') ?? '',
          })
        document.addEventListener('paste', take, { once: true })
      }),
  )
  await page.getByRole('textbox', { name: 'Message' }).press('Control+V')
  return pasted
}
