/** The system's own way to encrypt for this user: Keychain, DPAPI, Secret Service or KWallet. */
export interface Cipher {
  /** False when there is none, or only one whose key stands in every copy of the program. */
  isAvailable(): Promise<boolean>
  encrypt(text: string): Promise<Uint8Array>
  /** Rejects when the system no longer has the key. */
  decrypt(bytes: Uint8Array): Promise<Decrypted>
}

export interface Decrypted {
  readonly text: string
  /** The system has a newer or better key now. */
  readonly shouldReEncrypt: boolean
}
