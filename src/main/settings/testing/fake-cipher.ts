import type { Cipher } from '../cipher'

export interface FakeCipher extends Cipher {
  /** The system offers nothing, or something again. */
  setAvailable(isAvailable: boolean): void
  /** The system has a new key; what the old one encrypted is still decrypted. */
  renewKey(): void
  /** From now on, it is not. */
  dropOldKeys(): void
}

/** A system's encryption with keys that a test can take away: each byte is shifted by the number of the key. */
export function createFakeCipher(): FakeCipher {
  let isAvailable = true
  let key = 1
  let oldest = 1
  const shift = (bytes: Uint8Array, by: number) => bytes.map((byte) => (byte + by) % 256)
  return {
    isAvailable: async () => isAvailable,
    encrypt: async (text) => Buffer.from([key, ...shift(Buffer.from(text), key)]),
    decrypt: async ([usedKey = 0, ...bytes]) => {
      if (usedKey < oldest) throw new Error('The key is gone.')
      const text = Buffer.from(shift(Buffer.from(bytes), 256 - usedKey)).toString()
      return { text, shouldReEncrypt: usedKey !== key }
    },
    setAvailable: (value) => (isAvailable = value),
    renewKey: () => key++,
    dropOldKeys: () => (oldest = key),
  }
}
