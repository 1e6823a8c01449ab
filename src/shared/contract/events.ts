/** What main may tell the page unasked. */
export type UmbralEvent =
  | { readonly type: 'locked'; readonly why: 'idle' | 'asked' }
  | { readonly type: 'progress'; readonly channel: string; readonly done: number; readonly total: number }
  /** The first paper of a running job, as base64, to be looked at while the others are made. */
  | { readonly type: 'glance'; readonly channel: string; readonly pdf: string }
