/** One whole permission, as its page and all its parts read it. */
import type { Output } from '../../../shared/contract'

export type Permission = Output<'outings.getPermission'>
