import { expect, it } from 'vitest'

import { answerTokenRequest } from './token-endpoint'

const CLAIMS = {
  iss: 'nagare@demo-project.iam.gserviceaccount.com',
  scope: 'https://www.googleapis.com/auth/cloud-platform',
  aud: 'https://oauth2.googleapis.com/token',
  iat: 1_000,
  exp: 4_600,
}

function assertionOf(claims: unknown, alg = 'RS256') {
  const segments = [{ alg, typ: 'JWT' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  const assertion = [...segments, 'signature'].join('.')
  return { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }
}

it('grants a token of its own to every assertion', () => {
  expect(answerTokenRequest(assertionOf(CLAIMS), 7)).toEqual({
    status: 200,
    body: { access_token: 'ya29.emulator-7', expires_in: 3599, token_type: 'Bearer' },
  })
})

it('grants a token to a refresh token', () => {
  const form = {
    grant_type: 'refresh_token',
    client_id: 'id',
    client_secret: 'secret',
    refresh_token: '1//x',
  }
  expect(answerTokenRequest(form, 1)).toMatchObject({ status: 200, body: { token_type: 'Bearer' } })
})

it.each([
  ['an algorithm without a key', assertionOf(CLAIMS, 'none'), 'invalid_grant: Invalid JWT: Must use RS256.'],
  ['no issuer', assertionOf({ ...CLAIMS, iss: undefined }), 'invalid_grant: Invalid JWT: Missing issuer.'],
  ['no scope', assertionOf({ ...CLAIMS, scope: undefined }), 'invalid_grant: Invalid JWT: Missing scope.'],
  [
    'another audience',
    assertionOf({ ...CLAIMS, aud: 'https://example.com' }),
    'invalid_grant: Invalid JWT: Failed audience check.',
  ],
  [
    'a life of a day',
    assertionOf({ ...CLAIMS, exp: 87_400 }),
    'invalid_grant: Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.',
  ],
  [
    'no segments',
    { ...assertionOf(CLAIMS), assertion: 'x' },
    'invalid_grant: Invalid JWT: Not a valid JWT format.',
  ],
  [
    'no refresh token',
    { grant_type: 'refresh_token', client_id: 'id', client_secret: 's' },
    'invalid_request: Missing required parameter: refresh_token',
  ],
  ['another grant', { grant_type: 'password' }, 'unsupported_grant_type: Invalid grant_type: password'],
  ['no form', undefined, 'unsupported_grant_type: Invalid grant_type: undefined'],
])('refuses %s', (_name, form, complaint) => {
  const { status, body } = answerTokenRequest(form, 1)
  expect([status, `${String(body['error'])}: ${String(body['error_description'])}`]).toEqual([400, complaint])
})
