/** The `appId` of the packages, which the installer writes into the shortcuts. */
const INSTALLED = 'app.nagare.Nagare'

/**
 * What Windows knows this program by; undefined where no system asks. It shows notices and lists recent conversations only of a
 * program that calls itself as its shortcut in the start menu does. A build from source has no shortcut, and goes by its file.
 */
export function appUserModelId(
  { platform, execPath }: Pick<NodeJS.Process, 'platform' | 'execPath'>,
  isPackaged: boolean,
): string | undefined {
  if (platform !== 'win32') return undefined
  return isPackaged ? INSTALLED : execPath
}
