import { describe, expect, it } from 'vitest'

import { type AnySafeStorage, createSystemCipher } from './system-cipher'

type Backend = ReturnType<NonNullable<AnySafeStorage['getSelectedStorageBackend']>>

/** Electron's `safeStorage` as it is since 44, with and without the methods that came then. What was called is noted. */
function createStorage(backend: Backend, isEncrypting = true) {
  const called: string[] = []
  const note = <Value>(name: string, value: Value): Value => {
    called.push(name)
    return value
  }
  const old = {
    isEncryptionAvailable: () => note('isEncryptionAvailable', isEncrypting),
    encryptString: (text: string) => note('encryptString', Buffer.from(`old:${text}`)),
    decryptString: (bytes: Buffer) => note('decryptString', String(bytes).replace('old:', '')),
    getSelectedStorageBackend: () => backend,
  }
  const since44 = {
    ...old,
    isAsyncEncryptionAvailable: async () => note('isAsyncEncryptionAvailable', isEncrypting),
    encryptStringAsync: async (text: string) => note('encryptStringAsync', Buffer.from(`new:${text}`)),
    decryptStringAsync: async (bytes: Buffer) => {
      const shouldReEncrypt = String(bytes).startsWith('old:')
      return note('decryptStringAsync', { result: String(bytes).replace(/^(old|new):/, ''), shouldReEncrypt })
    },
  }
  return { called, old, since44 }
}

describe.each(['old', 'since44'] as const)('the system’s encryption, %s', (electron) => {
  const cipherOf = (backend: Backend, platform: NodeJS.Platform, isEncrypting?: boolean) =>
    createSystemCipher(createStorage(backend, isEncrypting)[electron], platform)

  it.each<[Backend, NodeJS.Platform, boolean]>([
    ['basic_text', 'linux', false],
    ['gnome_libsecret', 'linux', true],
    ['kwallet6', 'linux', true],
    // Asked only where there is a choice.
    ['basic_text', 'darwin', true],
    ['basic_text', 'win32', true],
  ])('by %s on %s protects: %j', async (backend, platform, isAvailable) => {
    expect(await cipherOf(backend, platform).isAvailable()).toBe(isAvailable)
    expect(await cipherOf(backend, platform, false).isAvailable()).toBe(false)
  })

  it('gives back what it was given', async () => {
    const cipher = cipherOf('gnome_libsecret', 'linux')
    const decrypted = await cipher.decrypt(await cipher.encrypt('a key'))
    expect(decrypted).toEqual({ text: 'a key', shouldReEncrypt: false })
  })
})

it('calls nothing that waits in the main thread where Electron has another way, and renews what was kept before', async () => {
  const { old, since44, called } = createStorage('gnome_libsecret')
  const before = await createSystemCipher(old, 'linux').encrypt('a key')
  called.length = 0
  const cipher = createSystemCipher(since44, 'linux')
  await cipher.isAvailable()
  await cipher.encrypt('another')
  expect(await cipher.decrypt(before)).toEqual({ text: 'a key', shouldReEncrypt: true })
  expect(called).toEqual(['isAsyncEncryptionAvailable', 'encryptStringAsync', 'decryptStringAsync'])
})

it('is none where Electron cannot say, and does not throw', async () => {
  const { encryptString, decryptString } = createStorage('unknown').old
  expect(await createSystemCipher({ encryptString, decryptString }, 'linux').isAvailable()).toBe(false)
})
