import { continueDocument, EMPTY_DOCUMENT, type GrowingDocument } from '../growing-document'

/** Every step of a document whose text arrives cut at the given places, and then ends. */
export function* stream(text: string, cuts: readonly number[]): Generator<GrowingDocument> {
  let document = EMPTY_DOCUMENT
  for (const cut of cuts) {
    document = continueDocument(document, text.slice(0, cut), true)
    yield document
  }
  yield continueDocument(continueDocument(document, text, true), text, false)
}

export function streamed(text: string, cuts: readonly number[]): GrowingDocument {
  return [...stream(text, cuts)].at(-1) ?? EMPTY_DOCUMENT
}

/** Places to cut a text of a length into chunks of equal size. */
export function everyCut(length: number, size: number): readonly number[] {
  return Array.from({ length: Math.ceil(length / size) }, (_, index) => Math.min(length, (index + 1) * size))
}
