import { expect, it } from 'vitest'

import { compatibleProvider } from '../models/compatible/compatible-provider'
import { checkChanges } from './save-connection'

const problemOf = (baseUrl: string) => checkChanges(compatibleProvider, { baseUrl }).problems[0]?.problem

it.each(['http://localhost:1234/v1', 'https://openrouter.ai/api/v1', 'http://[::1]:8080'])(
  'takes the address %s',
  (address) => expect(problemOf(address)).toBeUndefined(),
)

it.each(['localhost:1234', 'ftp://models.example', 'https://user:secret@models.example', 'models'])(
  'takes %s for no address',
  (address) => expect(problemOf(address)).toBe('not-a-url'),
)

it.each(['http://localhost:6000', 'http://localhost:10080/v1', 'http://localhost:6666'])(
  'says of %s that nothing is sent to its port, as fetch itself does',
  async (address) => {
    expect(problemOf(address)).toBe('bad-port')
    await expect(fetch(address)).rejects.toMatchObject({ cause: { message: 'bad port' } })
  },
)
