import { completion, composer, empty, presets } from './en-composer'
import { apiOff, entra, ofConnection, retired } from './en-connection-errors'
import { connections } from './en-connections'
import { conversationWords } from './en-conversations'
import { cut, errors, ofFile } from './en-errors'
import { broken, diagnostics } from './en-diagnostics'
import { header } from './en-header'
import { intents } from './en-intents'
import { localApi } from './en-local-api'
import { parameters } from './en-parameters'
import { pictures } from './en-pictures'
import { portable } from './en-portable'
import { quick } from './en-quick'
import { commands, find, search } from './en-search'
import { settings } from './en-settings'
import { shortcuts } from './en-shortcuts'
import { details, spending } from './en-spending'
import { licenses, updates } from './en-updates'

/** Of a provider that has no proper name. */
const providers = {
  demo: 'Demo',
  recording: 'Recordings',
} as const

export const en = {
  header,
  transcript: {
    label: 'Conversation',
    jump: '{lines, plural, =0 {Jump to latest} one {Jump to latest · 1 new line} other {Jump to latest · # new lines}}',
    stayAtTop: 'Stay at the top of new answers',
    answering: '{name} is answering',
    answered: '{name} said: {text}',
    retrying: '{reason} Trying again, {attempt, number} of {most, number}.',
    stillWaiting: 'Still waiting for {name}',
  },
  prompt: {
    label: 'You',
  },
  reply: {
    waiting: 'Waiting for the first word',
    stillWaiting: 'Still waiting for {name}… {duration}',
    thinking: 'Thinking…',
    thinkingFor: 'Thinking… {duration}',
    thought: 'Thoughts',
    thoughtFor: 'Thought for {duration}',
    stopped: 'You stopped this answer.',
    stoppedEarly: 'You stopped this answer before its first word.',
    length: 'The answer reached the model’s length limit. Continue to read on.',
    lengthEarly:
      'The answer reached the model’s length limit. It was used up before the first word; ask for less, or try again.',
    limit:
      'The answer reached the limit that you set for one answer, and was stopped. Continue to read on, or change the limit in Settings → Chat.',
    blocked: 'The provider’s safety filter ended this answer. Try putting the question differently.',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Could not copy',
    inspect: 'Inspect the stream',
    details: 'Answer details',
    demo: 'Demo',
    demoHint: 'A prepared answer, made on this computer. No model was asked.',
  },
  duration: {
    short: '{minutes, plural, =0 {{seconds, number} s} other {{minutes, number} min {seconds, number} s}}',
  },
  retry: {
    'rate-limited': 'The provider is receiving too many requests.',
    'provider-failed': 'The provider has a problem of its own.',
    'connection-refused': 'The server did not accept the connection.',
    other: 'The request did not get through.',
    next: '{reason} {seconds, plural, =0 {Trying again now} other {Trying again in # s}} ({attempt, number} of {most, number})',
  },
  details,
  failure: {
    pauseOver: 'The provider had too many requests and asked for a pause. The pause is over: try again.',
    pauseOverCut:
      'The provider had too many requests and asked for a pause. What arrived is kept. The pause is over: continue.',
    continue: 'Continue',
    tryAgain: 'Try again',
    sendAnyway: 'Send anyway',
    goOnToday: 'Go on today',
    details: 'Details',
  },
  markdown: {
    code: 'Code',
    codeIn: 'Code in {language}',
    lineNumbers: 'Line numbers',
    wrap: 'Wrap',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Could not copy',
    table: 'Table',
    sortBy: 'Sort by {column}',
    copyCsv: 'Copy as CSV',
    copyMarkdown: 'Copy as Markdown',
    image: 'Image',
    imageFrom: 'Image from {host}',
    taskDone: 'Done',
    taskOpen: 'Not done',
    mathUnread: 'This could not be read as a formula: {reason}',
    footnotes: 'Footnotes',
    footnote: 'Footnote {number, number}',
    footnoteBack: 'Back to the text of footnote {number, number}',
    alerts: {
      note: 'Note',
      tip: 'Tip',
      important: 'Important',
      warning: 'Warning',
      caution: 'Caution',
    },
  },
  composer,
  intents,
  completion,
  presets,
  empty,
  inspector: {
    title: 'Stream',
    close: 'Close the stream inspector',
    nothing: 'Ask something, and its stream is drawn here.',
    notYet: 'Waiting for the first chunk',
    notKept: 'When the chunks of this answer came is not known.',
    notRead: 'The times of this answer could not be read.',
    live: 'Live',
    record: 'Record raw streams',
    recordNote:
      'Keeps what the provider sends from now on, byte for byte and without secrets or prompts, in the app’s folder. Each recording then is a model in the list above.',
    recordsNothing: 'Nothing to record: Demo and recordings send nothing over the network.',
    figures: 'Figures',
    firstChunk: 'First chunk',
    charactersPerSecond: 'Characters/s',
    tokensPerSecond: 'Tokens/s',
    chunks: 'Chunks',
    characters: 'Characters',
    duration: 'Duration',
    gapMedian: 'Median gap',
    gap95: '95% of gaps up to',
    gapMax: 'Longest gap',
    timeline: 'Characters over time',
    timelineSummary:
      '{characters} characters of the answer arrived within {duration}; {shown} of them are shown.',
    arrived: 'Arrived',
    shown: 'Shown',
    thought: 'Thoughts',
    asTable: 'As a table',
    time: 'Time',
    facts: 'Reply',
    model: 'Model',
    finishReason: 'Finish reason',
    firstText: 'First word of the answer',
    inputTokens: 'Tokens in',
    outputTokens: 'Tokens out',
    withCached: '{tokens}, {cached} of them cached',
    withThought: '{tokens}, {thought} of them thought',
    chunkTable: 'Chunk by chunk',
    index: 'No.',
    gap: 'Gap',
    length: 'Length',
    kind: 'Kind',
    kindText: 'Answer',
    kindThought: 'Thought',
    range: '{first}–{last} of {all}',
    previous: 'Previous chunks',
    next: 'Next chunks',
    boundaries: 'Mark the chunks in the answer',
    save: 'Save',
    saveAs: 'Save as {format}',
    saveFailed: 'Could not save',
    copy: 'Copy',
    copyAs: 'Copy as {format}',
    copied: 'Copied',
    copyFailed: 'Could not copy',
  },
  providers,
  parameters,
  pictures,
  commands,
  find,
  search,
  portable,
  localApi,
  quick,
  errors,
  cut,
  ofFile,
  entra,
  ofConnection,
  apiOff,
  retired,
  settings,
  shortcuts,
  spending,
  updates,
  licenses,
  diagnostics,
  broken,
  connections,
  ...conversationWords,
} as const
