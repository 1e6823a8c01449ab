/** What main may tell the page unasked. */
export type UmbralEvent =
  | { readonly type: 'locked'; readonly why: 'idle' | 'asked' }
  | { readonly type: 'progress'; readonly channel: string; readonly done: number; readonly total: number }
