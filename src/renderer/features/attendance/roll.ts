/** One roll as the page reads it. */
import type { Output } from '../../../shared/contract'

export type Roll = Output<'attendance.roll'>
