/** What a host gives the slices besides the database: the renderer of papers and the desk (dialogs and folders). */
import type { Render } from './documents/render'

export interface Desk {
  /** Lets the person pick a folder (a USB stick); null if she closed the dialog. */
  chooseFolder(): Promise<string | null>
  /**
   * Lets her choose where a file goes and writes it; answers its name, or null if she closed the dialog. SECURITY: the
   * dialog stays open over the lock screen, so nothing is written once `stopped()`.
   */
  saveFile(suggestedName: string, bytes: Buffer, stopped: () => boolean): Promise<string | null>
}

export interface Tools {
  readonly render: Render
  readonly desk: Desk
  readonly appVersion: string
}
