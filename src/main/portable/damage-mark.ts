import { existsSync, rmSync, writeFileSync } from 'node:fs'

/** Beside the conversations while it is known that a part of them cannot be read. */
function markFile(file: string): string {
  return `${file}.damaged`
}

/** From the next start on, the user is asked what to do about it. */
export function markDamaged(file: string): void {
  writeFileSync(markFile(file), '')
}

export function isMarkedDamaged(file: string): boolean {
  return existsSync(markFile(file))
}

export function forgetDamage(file: string): void {
  rmSync(markFile(file), { force: true })
}
