import { expect, it } from 'vitest'

import { caught } from '../../transport/testing/caught'
import type { OpenContext } from '../provider'
import { openAzureAccess } from './azure-login'

const FIELDS: Readonly<Record<string, string>> = { tenantId: 't', clientId: 'c', clientSecret: 's' }

it('ends at once when it is stopped while a token is fetched, and sends nothing', async () => {
  const context: OpenContext = {
    ...{ id: 'azure', env: {}, read: (field) => FIELDS[field], readSaved: (field) => FIELDS[field] },
    fetch: () => Promise.reject(new Error('It was sent.')),
  }
  const tokens = { read: () => new Promise<never>(() => {}), forget: () => undefined }
  const stop = new AbortController()
  const { fetch } = openAzureAccess(context, tokens)
  const failure = caught(fetch('https://a.example/', { signal: stop.signal }))
  const reason = new Error('enough')
  stop.abort(reason)
  expect(await failure).toBe(reason)
})
