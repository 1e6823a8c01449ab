/** What a renderer is asked for a pile of papers, and how its bytes cross to the worker. */

/** Given instead of a paper's type; the facts are a `Pile`. Done where papers are made, off the main thread. */
export const PILE = 'platform.pile'

export interface Pile {
  readonly title: string
  /** Emptied on the way: a paper whose pages are in need not be held any longer. */
  readonly pdfs: Uint8Array[]
}

/** The memory that may be handed over with some bytes instead of being copied: theirs alone. */
export const ownMemory = (all: readonly Uint8Array[]): ArrayBuffer[] => [
  ...new Set(
    all.flatMap((bytes) =>
      bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [],
    ),
  ),
]
