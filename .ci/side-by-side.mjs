/** Runs the named npm scripts, two at a time; each tells what it said once it ends. All are run, whichever fails. */
import { spawn } from 'node:child_process'

const waiting = process.argv.slice(2)
const failed = []

const run = (name) =>
  new Promise((done) => {
    const began = Date.now()
    const said = []
    const child = spawn('npm', ['run', '--silent', name], { shell: process.platform === 'win32' })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece))
    child.once('close', (code) => {
      if (code !== 0) failed.push(name)
      console.log(`${code === 0 ? 'ok' : 'FAILED'} ${name} (${Math.round((Date.now() - began) / 1000)} s)`)
      process.stdout.write(Buffer.concat(said))
      done()
    })
  })

async function worker() {
  for (let name = waiting.shift(); name; name = waiting.shift()) await run(name)
}

await Promise.all([worker(), worker()])
if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
