import { generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, type Locator, type Page } from '@playwright/test'

import { startChatEmulator } from '../emulators/chat/chat-emulator'
import { startVertexEmulator } from '../emulators/vertex/vertex-emulator'
import { createServerCertificate } from '../emulators/wire/certificates'
import { chooseModel } from './choose-model'
import { openFrom } from './dialogs'
import { test } from './fixtures'
import { startPasswordProxy } from './proxy'

const PASSWORD = 'planted-proxy-password-0123'
const ANSWER = 'Hello from the emulator.'

/** A model of each provider's class, by its connection; Vertex AI with each way to a token, and without one. */
const MODELS: Readonly<Record<string, string>> = {
  vertex: 'gemini-of-an-account',
  'vertex-2': 'gemini-of-a-login',
  gemini: 'gemini-by-a-key',
  openai: 'of-openai',
  azure: 'of-azure',
  compatible: 'of-a-server',
  ollama: 'of-ollama',
  anthropic: 'of-anthropic',
}

const ask = async (page: Page, model: string): Promise<void> => {
  await chooseModel(page, model)
  await page.getByRole('textbox', { name: 'Message' }).fill(`Hello, ${model}`)
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
}
const dialog = (page: Page): Locator => page.getByRole('dialog')
const openNetwork = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+,')
  await dialog(page).getByRole('tab', { name: 'Network' }).click()
}
/** What is typed next is typed into the page, and not into a dialog that is on its way out. */
const leaveNetwork = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
}

test('reaches every provider, and the place that gives out tokens, by a company’s proxy and authority alone', async ({
  launch,
  userData,
}) => {
  const certificate = await createServerCertificate()
  const google = await startVertexEmulator({ certificate })
  const openai = await startChatEmulator('openai', { certificate })
  const azure = await startChatEmulator('azure', { certificate })
  const ollama = await startChatEmulator('ollama', { certificate })
  const anthropic = await startChatEmulator('anthropic', { certificate })
  const at = ({ origin }: { readonly origin: string }): number => Number(new URL(origin).port)
  const hosts = {
    'oauth2.googleapis.com': at(google),
    'aiplatform.googleapis.com': at(google),
    'generativelanguage.googleapis.com': at(google),
    'api.openai.com': at(openai),
    'emulated.openai.azure.com': at(azure),
    'llm.test': at(openai),
    'ollama.test': at(ollama),
    'api.anthropic.com': at(anthropic),
  }
  const proxy = await startPasswordProxy('me', PASSWORD, hosts)
  await writeSettings(userData, proxy.address)
  const app = await launch()
  const page = await app.firstWindow()
  const says = (words: string): Locator => page.getByRole('log').getByText(words)

  await ask(page, 'gemini-of-an-account')
  await expect(says('The proxy did not let the request through.')).toBeVisible()
  expect([proxy.turnedAway() > 0, proxy.reached]).toEqual([true, []])

  await openNetwork(page)
  await dialog(page).getByLabel('Password for the proxy').fill(PASSWORD)
  await dialog(page).getByLabel('Password for the proxy').press('Enter')
  await leaveNetwork(page)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(says('No secure connection to oauth2.googleapis.com was possible')).toBeVisible()
  expect(google.requests).toEqual([])

  await openNetwork(page)
  await openFrom(app, google.caFile)
  await dialog(page).getByRole('button', { name: 'Choose a file…' }).click()
  await expect(dialog(page).getByText(google.caFile)).toBeVisible()
  await leaveNetwork(page)
  const names = Object.values(MODELS)
  for (const [index, name] of names.entries()) {
    await ask(page, name)
    await expect(page.getByRole('article', { name, exact: true }).last().getByText(ANSWER)).toBeVisible()
    await expect(says(ANSWER)).toHaveCount(index + 1)
  }
  await app.close()

  const tokens = google.requests.filter(({ path }) => path === '/token').map(({ body }) => body)
  expect(tokens).toMatchObject([
    { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer' },
    { grant_type: 'refresh_token', refresh_token: 'a-refresh-token' },
  ])
  expect(new Set(proxy.reached)).toEqual(new Set(Object.keys(hosts).map((host) => `${host}:443`)))
  for (const server of [proxy, google, openai, azure, ollama, anthropic]) await server.close()
})

/** Everything but the password of the proxy and the authority. */
async function writeSettings(userData: string, proxyAddress: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const account = join(userData, 'account.json')
  const login = join(userData, 'login.json')
  const fields: Readonly<Record<string, object>> = {
    vertex: { credentialsFile: account },
    'vertex-2': { provider: 'vertex', credentialsFile: login },
    azure: { endpoint: 'https://emulated.openai.azure.com', deployment: MODELS['azure'] },
    compatible: { baseUrl: 'https://llm.test/v1' },
    ollama: { baseUrl: 'https://ollama.test' },
  }
  const connections = Object.entries(MODELS).map(([id, defaultModel]) => [
    id,
    { provider: id, defaultModel, ...fields[id] },
  ])
  const settings = {
    ...{ proxyMode: 'manual', proxyAddress, proxyUser: 'me' },
    connections: Object.fromEntries(connections) as object,
  }
  const keys = ['gemini', 'openai', 'azure', 'compatible', 'anthropic'].map((id) => [
    `${id}/apiKey`,
    { unprotected: 'planted-key-0123456789' },
  ])
  const files = {
    'settings.json': settings,
    'keys.json': Object.fromEntries(keys) as object,
    'account.json': {
      type: 'service_account',
      project_id: 'emulated',
      client_email: 'nagare@emulated.iam.gserviceaccount.com',
      private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    },
    'login.json': {
      type: 'authorized_user',
      client_id: 'an-id',
      client_secret: 'a-secret',
      refresh_token: 'a-refresh-token',
      quota_project_id: 'emulated',
    },
  }
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(userData, name), JSON.stringify(content))
  }
}
