/** Which channels issue papers, seen from the page. */
import type { ChannelName, Output } from '../../shared/contract'
import type { IssuedPaper } from '../../shared/contract/paper'

/** The channels whose answer is one issued paper. */
export type PaperChannel = {
  [Name in ChannelName]: Output<Name> extends IssuedPaper ? Name : never
}[ChannelName]
