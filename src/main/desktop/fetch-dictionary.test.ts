import { expect, it } from 'vitest'

import { DICTIONARY_NAME, fetchDictionary } from './fetch-dictionary'

const FIRST = 'https://redirector.gvt1.com/edgedl/chrome/dict/en-us-10-1.bdic'

/** A network in which each address answers once in its turn. */
function createNetwork(answers: Readonly<Record<string, Response>>) {
  const asked: string[] = []
  const fetchOnce = (address: string): Promise<Response> => {
    asked.push(address)
    const answer = answers[address]
    return answer === undefined ? Promise.reject(new Error('Nobody is there')) : Promise.resolve(answer)
  }
  return { asked, fetchOnce }
}

const to = (location: string): Response => new Response(null, { status: 302, headers: { location } })

it('goes on to the server nearby, never in clear', async () => {
  const near = 'https://r4---sn-abc.gvt1.com/edgedl/en-us-10-1.bdic?mh=x'
  const { asked, fetchOnce } = createNetwork({
    [FIRST]: to(near.replace('https', 'http').replace('.com/', '.com:8080/')),
    [near]: new Response('BDic'),
  })
  expect((await fetchDictionary('en-us-10-1.bdic', fetchOnce)).toString()).toBe('BDic')
  expect(asked).toEqual([FIRST, near])
})

it.each([
  ['another host', to('https://example.com/x'), /not at example\.com/],
  ['a host whose name only ends alike', to('https://evil-gvt1.com/x'), /not at evil-gvt1\.com/],
  ['itself for ever', to(FIRST), /too often/],
])('is not sent on to %s', async (_, answer, reason) => {
  const { fetchOnce } = createNetwork({ [FIRST]: answer })
  await expect(fetchDictionary('en-us-10-1.bdic', fetchOnce)).rejects.toThrow(reason)
})

it('is sent on five times at most', async () => {
  const at = (step: number) => `https://r${step}.gvt1.com/x`
  const chain = (steps: number) =>
    createNetwork({
      [FIRST]: to(at(1)),
      ...Object.fromEntries(Array.from({ length: steps }, (_, index) => [at(index + 1), to(at(index + 2))])),
      [at(steps)]: new Response('BDic'),
    })
  const [five, six] = [chain(5), chain(6)]
  expect((await fetchDictionary('en-us-10-1.bdic', five.fetchOnce)).toString()).toBe('BDic')
  await expect(fetchDictionary('en-us-10-1.bdic', six.fetchOnce)).rejects.toThrow('too often')
})

it('takes nothing that is larger than any dictionary', async () => {
  const { fetchOnce } = createNetwork({ [FIRST]: new Response(Buffer.alloc(20_000_001)) })
  const length = fetchDictionary('en-us-10-1.bdic', fetchOnce).then((bytes) => bytes.length)
  await expect(length).rejects.toThrow('too large')
})

it('says what the server said when it has none', async () => {
  const { fetchOnce } = createNetwork({ [FIRST]: new Response('', { status: 404 }) })
  await expect(fetchDictionary('en-us-10-1.bdic', fetchOnce)).rejects.toThrow('answered with 404')
})

it.each([
  ['en-us-10-1.bdic', true],
  ['sr-latn-3-0.bdic', true],
  ['de-de-3-0.bdic', true],
  ['../../x.bdic', false],
  ['en-us.exe', false],
  ['en-us-10-1.bdic?said=secret', false],
  [`en-${'a'.repeat(40)}.bdic`, false],
])('takes %j for a name: %s', (name, isName) => {
  expect(DICTIONARY_NAME.test(name)).toBe(isName)
})
