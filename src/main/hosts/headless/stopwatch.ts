/** Times the steps of a run and prints them with the peak memory of the process. */
export class Stopwatch {
  private readonly steps: (readonly [name: string, milliseconds: number])[] = []

  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now()
    const made = await work()
    this.steps.push([name, performance.now() - started])
    return made
  }

  print(made: readonly string[]): void {
    const total = this.steps.reduce((sum, [, took]) => sum + took, 0)
    for (const line of made) console.log(`  ${line}`)
    console.log('')
    for (const [name, took] of [...this.steps, ['total', total] as const])
      console.log(`${name.padEnd(28)}${(took / 1000).toFixed(2).padStart(8)} s`)
    // maxRSS is in KiB on every system that Node runs on.
    console.log(`${'peak memory'.padEnd(28)}${(process.resourceUsage().maxRSS / 1024).toFixed(0).padStart(8)} MiB`)
  }
}
