import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'

import type { Arrival } from '#shared/arrival'
import type { Reply } from '#shared/message'

import type { Locale } from '../i18n/locale'
import { createReply } from '../testing/messages'
import { renderWithWords } from '../testing/render-with-words'
import { InspectorPanel } from './inspector-panel'
import { createShownLog } from './shown-log'
import { textAt } from './testing/arrivals'
import { createFakeRecording } from './testing/fake-recording'
import { createFakePulse } from './testing/fake-pulse'

interface ShowOptions {
  readonly arrivals?: readonly Arrival[] | undefined
  readonly locale?: Locale
  readonly save?: () => Promise<void>
}

const recording = createFakeRecording()
const live = createReply({ progress: { status: 'streaming' } })

/** The panel before a main that keeps `arrivals`, which a test may replace. */
async function show(first: Reply | undefined, options: ShowOptions = {}) {
  const main = {
    arrivals: 'arrivals' in options ? options.arrivals : textAt(100, 120, 160),
    asked: [] as number[],
  }
  const saved: (readonly string[])[] = []
  const beating = createFakePulse()
  const shownLog = createShownLog(() => 0)
  let setReply: (reply: Reply | undefined) => void = () => {}

  function Window() {
    const [reply, set] = useState(first)
    const [isOpen, setIsOpen] = useState(true)
    const [showBoundaries, setShowBoundaries] = useState(false)
    setReply = set
    if (!isOpen) return null
    return (
      <InspectorPanel
        reply={reply}
        readArrivals={async (_, from) => {
          main.asked.push(from)
          return main.arrivals?.slice(from)
        }}
        shownLog={shownLog}
        save={async (...file) => {
          saved.push(file)
          await options.save?.()
        }}
        findText={() => null}
        showBoundaries={showBoundaries}
        onShowBoundaries={setShowBoundaries}
        recording={recording}
        provider="vertex"
        onClose={() => setIsOpen(false)}
        pulse={beating.pulse}
      />
    )
  }

  await act(async () => renderWithWords(<Window />, options.locale))
  return {
    main,
    saved,
    shownLog,
    beating,
    beat: () => act(async () => beating.beat()),
    become: (reply: Reply | undefined) => act(async () => setReply(reply)),
    user: userEvent.setup(),
  }
}

/** The value beside a label of the figures or of the facts. */
function valueOf(label: string): string | null | undefined {
  return screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent
}

describe('InspectorPanel', () => {
  it('is a named part of the page, and closes', async () => {
    const { user } = await show(createReply())
    const panel = within(screen.getByRole('complementary', { name: 'Stream' }))
    expect(panel.getByRole('heading', { level: 2, name: 'Stream' })).toBeDefined()
    await user.click(panel.getByRole('button', { name: 'Close the stream inspector' }))
    expect(screen.queryByRole('complementary')).toBeNull()
  })

  it.each([
    ['en', ['First chunk', 'Longest gap', 'Characters/s']],
    ['ja', ['最初のチャンク', '間隔（最長）', '文字／秒']],
  ] as const)('tells the figures in %s', async (locale, labels) => {
    await show(createReply(), { locale })
    expect(labels.map(valueOf)).toEqual(['100 ms', '40 ms', '100'])
  })

  it('asks once for a reply that has ended', async () => {
    const { main, beating } = await show(createReply())
    expect([main.asked, beating.countListeners()]).toEqual([[0], 0])
  })

  it('follows a live reply from where it was, reads its end, and then rests', async () => {
    const { main, beat, become, beating } = await show(live)
    expect(screen.getByText('Live')).toBeDefined()
    main.arrivals = textAt(100, 120, 160, 200)
    await beat()
    expect(valueOf('Chunks')).toBe('4')
    main.arrivals = textAt(100, 120, 160, 200, 300)
    await become(createReply())
    expect([valueOf('Chunks'), valueOf('Duration')]).toEqual(['5', '300 ms'])
    expect([main.asked, beating.countListeners()]).toEqual([[0, 3, 4], 0])
    expect(screen.queryByText('Live')).toBeNull()
  })

  it('stops asking when it is closed', async () => {
    const { main, user, beat, beating } = await show(live)
    await user.click(screen.getByRole('button', { name: 'Close the stream inspector' }))
    await beat()
    expect([main.asked, beating.countListeners()]).toEqual([[0], 0])
  })

  it('watches the reveal to its end, after all has arrived, without asking main', async () => {
    const { main, shownLog, become, beat, beating } = await show(live)
    shownLog.begin(live.id)
    shownLog.note(live.id, 3)
    await become(createReply())
    const asked = main.asked.length
    expect(beating.countListeners()).toBe(1)
    shownLog.note(live.id, live.text.length)
    await beat()
    expect([main.asked.length, beating.countListeners()]).toEqual([asked, 0])
    expect(screen.getByRole('img', { name: /; 20 of them are shown\.$/ })).toBeDefined()
  })

  it('begins anew with another reply', async () => {
    const { main, become } = await show(createReply())
    main.arrivals = textAt(70)
    await become(createReply({ id: 'reply-2' }))
    expect([valueOf('Chunks'), valueOf('First chunk'), main.asked]).toEqual(['1', '70 ms', [0, 0]])
  })

  it('gives the plot as a table too', async () => {
    const { user } = await show(createReply())
    await user.click(screen.getByText('As a table'))
    const rows = within(screen.getByRole('table', { name: 'Characters over time' })).getAllByRole('row')
    expect([rows[0], rows.at(-2), rows.at(-1)].map((row) => row?.textContent)).toEqual([
      'TimeArrived',
      '140 ms6',
      '160 ms9',
    ])
  })

  it('turns the pages of its chunks, and not beyond the last', async () => {
    const arrivals = textAt(...Array.from({ length: 203 }, (_, index) => 100 + index * 10))
    const { user } = await show(createReply(), { arrivals })
    await user.click(screen.getByText('Chunk by chunk'))
    const table = await screen.findByRole('region', { name: 'Chunk by chunk' })
    expect(within(table).getAllByRole('row')).toHaveLength(201)
    const next = screen.getByRole('button', { name: 'Next chunks' })
    await user.click(next)
    await user.click(next)
    expect(
      within(table)
        .getAllByRole('row')
        .map((row) => row.textContent),
    ).toEqual([
      'No.TimeGapLengthKind',
      '2012.1 s10 ms3Answer',
      '2022.11 s10 ms3Answer',
      '2032.12 s10 ms3Answer',
    ])
    expect(screen.getByText('201–203 of 203')).toBeDefined()
  })

  it('saves and copies its chunks, and says when it could not save', async () => {
    const { user, saved } = await show(createReply(), { save: () => Promise.reject(new Error('disk full')) })
    await user.click(screen.getByRole('button', { name: 'Save as CSV' }))
    expect(saved.map(([name, text, type]) => [name, text?.slice(0, 6), type])).toEqual([
      ['stream-reply-1.csv', 'index,', 'text/csv'],
    ])
    expect(screen.getByText('Could not save')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Copy as JSON' }))
    expect(JSON.parse(await navigator.clipboard.readText())).toMatchObject({ format: 'nagare-stream' })
  })

  it('asks for the marks in the answer at a switch', async () => {
    const { user } = await show(createReply())
    const marks = screen.getByRole('switch', { name: 'Mark the chunks in the answer' })
    await user.click(marks)
    expect(marks).toHaveProperty('checked', true)
  })

  it('tells what the provider said', async () => {
    await show(
      createReply({
        usage: { input: 1_284, output: 412, thought: 96, cached: 1_024 },
        details: { finishReason: 'STOP', modelVersion: 'gemini-3.5-flash-002' },
      }),
    )
    expect(['Model', 'Model version', 'Finish reason', 'Tokens in', 'Tokens out'].map(valueOf)).toEqual([
      createReply().modelId,
      'gemini-3.5-flash-002',
      'STOP',
      '1,284, 1,024 of them cached',
      '412, 96 of them thought',
    ])
  })

  it.each([
    { reply: undefined, arrivals: [], sentence: 'Ask something, and its stream is drawn here.' },
    { reply: live, arrivals: [], sentence: 'Waiting for the first chunk' },
    {
      reply: createReply(),
      arrivals: [],
      sentence: 'When the chunks of this answer came is not known.',
    },
    {
      reply: createReply(),
      arrivals: undefined,
      sentence: 'The times of this answer could not be read.',
    },
  ])('says “$sentence” instead of drawing nothing', async ({ reply, arrivals, sentence }) => {
    await show(reply, { arrivals })
    expect(screen.getByText(sentence)).toBeDefined()
    expect(screen.queryByRole('img')).toBeNull()
  })
})
