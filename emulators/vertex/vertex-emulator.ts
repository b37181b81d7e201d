import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createServerCertificate, type ServerCertificate } from '../wire/certificates'
import { readBody, type SeenRequest } from '../wire/seen-request'
import { sendJson } from '../wire/send-json'
import { type AnswerParts, startWireEmulator, type WireEmulator } from '../wire/wire-emulator'
import { answerModelRequest } from './answer-model-request'
import { googleError } from './google-errors'
import { answerImpersonation } from './impersonation'
import { answerListRequest } from './model-lists'
import { parseModelPath } from './model-path'
import { textReply, type ReplyScript } from './reply-script'
import { answerTokenRequest } from './token-endpoint'

export type { SeenRequest } from '../wire/seen-request'

export interface VertexEmulator extends WireEmulator<ReplyScript> {
  /** A PEM file in a temporary folder of this run. */
  readonly caFile: string
  /** The same PEM. */
  readonly ca: string
}

export interface VertexEmulatorOptions {
  readonly port?: number
  /** Its own if absent. */
  readonly certificate?: ServerCertificate
  readonly defaultReply?: ReplyScript | ((request: SeenRequest) => ReplyScript)
  /** One line for every request, when it is over. */
  readonly log?: (line: string) => void
}

const HEADERS = {
  vary: 'Origin, X-Origin, Referer',
  server: 'scaffolding on HTTPServer2',
  'cache-control': 'private',
  'x-content-type-options': 'nosniff',
}

/** An HTTPS server that speaks Google's wire protocol: Vertex AI, the Gemini API and the sign-in. */
export async function startVertexEmulator(options: VertexEmulatorOptions = {}): Promise<VertexEmulator> {
  const { defaultReply = textReply('Hello from the emulator.'), ...more } = options
  const { ca, ...certificate } = options.certificate ?? (await createServerCertificate())
  const emulator = await startWireEmulator({ ...more, defaultReply, certificate, headers: HEADERS, answer })
  const folder = await mkdtemp(join(tmpdir(), 'vertex-emulator-'))
  const caFile = join(folder, 'ca.pem')
  await writeFile(caFile, ca)
  return {
    ...emulator,
    caFile,
    ca,
    async close() {
      await emulator.close()
      // Removes the temporary folder, too.
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function answer(request: IncomingMessage, parts: AnswerParts<ReplyScript>): Promise<void> {
  const { record, exchange, serial } = parts
  try {
    record.body = await readBody(request)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const body = googleError(400, { message: 'Invalid JSON payload received. Unexpected end of string.' })
    return sendJson(exchange, { status: 400, body })
  }
  const { method, path, headers, body } = record
  const asked = method === 'POST' ? parseModelPath(path) : undefined
  if (asked) return answerModelRequest(asked, { ...parts, headers, body })
  if (method === 'POST' && path === '/token') return sendJson(exchange, answerTokenRequest(body, serial))
  const impersonated = method === 'POST' ? answerImpersonation(path, headers, serial) : undefined
  if (impersonated) return sendJson(exchange, impersonated)
  const list = method === 'GET' ? answerListRequest(path, headers) : undefined
  if (list) return sendJson(exchange, list)
  const page = { 'content-type': 'text/html; charset=UTF-8' }
  return sendJson(exchange, { status: 404, headers: page, body: NOT_FOUND_PAGE })
}

/** Google answers an address it does not know with a web page, whatever was asked for. */
const NOT_FOUND_PAGE =
  '<!DOCTYPE html>\n<html lang=en>\n<title>Error 404 (Not Found)!!1</title>\n<p><b>404.</b> That’s an error.\n'
