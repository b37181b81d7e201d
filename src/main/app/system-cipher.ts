import type { SafeStorage } from 'electron'

import type { Cipher } from '../settings/cipher'

/** Electron before 44 has only the synchronous methods. */
export type AnySafeStorage = Partial<SafeStorage> & Pick<SafeStorage, 'encryptString' | 'decryptString'>

/** Encryption through Electron. Asynchronous where it can be: the first call may wait for the user to unlock the store. */
export function createSystemCipher(storage: AnySafeStorage, platform: NodeJS.Platform): Cipher {
  const { isAsyncEncryptionAvailable, encryptStringAsync, decryptStringAsync } = storage
  const isPlain = (): boolean =>
    platform === 'linux' && storage.getSelectedStorageBackend?.() === 'basic_text'

  if (isAsyncEncryptionAvailable && encryptStringAsync && decryptStringAsync) {
    return {
      isAvailable: async () => (await isAsyncEncryptionAvailable.call(storage)) && !isPlain(),
      encrypt: (text) => encryptStringAsync.call(storage, text),
      decrypt: async (bytes) => {
        const { result, shouldReEncrypt } = await decryptStringAsync.call(storage, Buffer.from(bytes))
        return { text: result, shouldReEncrypt }
      },
    }
  }
  return {
    isAvailable: async () => (storage.isEncryptionAvailable?.() ?? false) && !isPlain(),
    encrypt: async (text) => storage.encryptString(text),
    decrypt: async (bytes) => ({
      text: storage.decryptString(Buffer.from(bytes)),
      shouldReEncrypt: false,
    }),
  }
}
