/** Calls channels as the signed-in person; a refusal ends the run with its code and figures. */
import type { ChannelName, Input, Output } from '../../../shared/contract'
import type { Office } from '../../app/office'
import type { Client } from '../../platform/seam/serve'

export type Call = <Name extends ChannelName>(name: Name, input: Input<Name>) => Promise<Output<Name>>

export class Refused extends Error {}

export const callerOf =
  (office: Office, client: Client): Call =>
  async (name, input) => {
    const answer = await office.call(client, name, input)
    if (!answer.ok) throw new Refused(`${name}: ${answer.refusals.map((each) => JSON.stringify(each)).join(', ')}`)
    return answer.value as Output<typeof name>
  }
