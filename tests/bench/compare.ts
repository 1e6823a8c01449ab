/** Runs ours and a peer in turn, so that what else the machine does touches both alike, and prints medians and ratio. */

type Work = () => unknown

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** A work that runs elsewhere times itself and answers its milliseconds. */
async function time(work: Work): Promise<number> {
  const started = performance.now()
  const answer = await work()
  return typeof answer === 'number' ? answer : performance.now() - started
}

/** Prints one row; `rounds` after one warm-up of each. Milliseconds. Answers the ratio ours / peer. */
export async function compare(
  what: string,
  ours: Work,
  peer: { readonly name: string; readonly work: Work },
  rounds = 5,
): Promise<number> {
  await ours()
  await peer.work()
  const mine: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round++) {
    mine.push(await time(ours))
    theirs.push(await time(peer.work))
  }
  const [a, b] = [median(mine), median(theirs)]
  console.log(
    `${what.padEnd(44)} ${a.toFixed(1).padStart(9)} ms   ${peer.name.padEnd(34)} ${b.toFixed(1).padStart(9)} ms   ×${(a / b).toFixed(2)}`,
  )
  return a / b
}
