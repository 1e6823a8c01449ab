import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { replaceFile } from '../../src/main/platform/files/atomic'
import { isHeld, type FilePort, type SyncFilePort } from '../../src/main/platform/files/port'
import { tryStick, writeToStick } from '../../src/main/platform/files/stick'
import { Disk, failure, stickPort } from '../factories/disk'

/** Runs `work` failing at its first, second, third … call until one run is left alone; answers how many runs that took. */
function failEachCall(run: (fault: Disk['fault']) => void): number {
  for (let n = 1; ; n++) {
    let fired = false
    run((call) => {
      if (call !== n) return
      fired = true
      throw failure('EIO')
    })
    if (!fired) return n
  }
}

describe('replacing a file', () => {
  const old = Buffer.from('the old vault, all of it')
  const next = Buffer.from('the new vault, and a little more of it')

  test('leaves the old or the new one whole, whichever call fails', () => {
    let refused = 0
    const runs = failEachCall((fault) => {
      const disk = new Disk()
      disk.put('/v/vault.json', old)
      disk.fault = fault
      try {
        replaceFile('/v/vault.json', next, disk.port)
      } catch {
        refused += 1
      }
      expect([old.toString(), next.toString()]).toContain(disk.file('/v/vault.json').bytes.toString())
    })
    expect(runs).toBeGreaterThan(15)
    expect(refused).toBe(runs - 1)
  })

  test('leaves the old or the new one whole after a power cut at any moment', () => {
    const seen = new Set<string>()
    for (let cut = 1; ; cut++) {
      const disk = new Disk()
      disk.put('/v/vault.json', old)
      let off = false
      disk.fault = (call) => {
        if (call >= cut) off = true
        if (off) throw failure('EIO')
      }
      try {
        replaceFile('/v/vault.json', next, disk.port)
      } catch {
        // The power is off: nothing after this moment happens.
      }
      for (const found of disk.afterPowerCut()) {
        const text = found.get('/v/vault.json')?.toString() ?? 'nothing'
        expect([old.toString(), next.toString()], `cut at call ${cut}`).toContain(text)
        seen.add(text)
        const previous = found.get('/v/vault.json.previous')
        if (previous) expect(previous.toString(), `cut at call ${cut}`).toBe(old.toString())
      }
      if (!off) break
    }
    expect(seen).toEqual(new Set([old.toString(), next.toString()]))
  })

  test('the harness bites: without a sync the power cut leaves an empty file', () => {
    const disk = new Disk()
    disk.put('/v/vault.json', old)
    replaceFile('/v/vault.json', next, { ...disk.port, sync: () => undefined })
    const texts = disk.afterPowerCut().map((found) => found.get('/v/vault.json')?.toString())
    expect(texts).toContain('')
  })

  test('keeps the version before it, and refuses what reads back otherwise', () => {
    const disk = new Disk()
    disk.put('/v/vault.json', old)
    replaceFile('/v/vault.json', next, disk.port)
    expect(disk.file('/v/vault.json.previous').bytes.equals(old)).toBe(true)
    const liar = { ...disk.port, read: () => Buffer.from('else') }
    expect(() => replaceFile('/v/vault.json', old, liar)).toThrow('Read back other bytes')
    expect(disk.file('/v/vault.json').bytes.equals(next)).toBe(true)
  })

  test.each(['EPERM', 'EACCES', 'EBUSY'])('waits while a scanner holds the file (%s), but not for ever', (code) => {
    for (const [times, works] of [
      [1, true],
      [10, true],
      [11, false],
    ] as const) {
      const disk = new Disk()
      let left = times
      let pauses = 0
      const held: SyncFilePort = {
        ...disk.port,
        pause: () => void (pauses += 1),
        rename: (from, to) => {
          if (left-- > 0) throw failure(code)
          disk.port.rename(from, to)
        },
      }
      const run = (): void => replaceFile('/v/vault.json', next, held)
      if (works) run()
      else expect(run).toThrow(code)
      expect(pauses).toBe(Math.min(times, 10))
    }
  })
})

describe('writing to a stick', () => {
  const NAME = 'DEM-202610-0001.age'
  const bytes = Buffer.from('sealed '.repeat(9))
  const older = Buffer.from('last month')
  const newStick = (): Disk => {
    const disk = new Disk()
    disk.put('/usb/DEM-202609-0001.age', older)
    return disk
  }

  test('is done only if the whole file has its name; whichever call fails, nothing of it stays and the older file does', async () => {
    const codes = ['EIO', 'ENOSPC', 'EROFS', 'ENODEV', 'EPERM']
    for (const code of codes)
      for (let n = 1; ; n++) {
        const disk = newStick()
        let fired = ''
        disk.fault = (call, what) => {
          if (call !== n) return
          fired = what
          throw failure(code)
        }
        const answer = await writeToStick('/usb', NAME, bytes, { port: stickPort(disk) })
        expect(disk.file('/usb/DEM-202609-0001.age').bytes.equals(older)).toBe(true)
        if (answer.ok) expect(disk.file(`/usb/${NAME}`).bytes.equals(bytes), `${code} at ${n}`).toBe(true)
        else expect([...disk.names.keys()], `${code} at ${n}`).toEqual(['/usb/DEM-202609-0001.age'])
        // A rename that is held once is tried again, so it alone may fail and still end well.
        if (fired) expect(answer.ok, `${code} at ${n} (${fired})`).toBe(fired === 'rename' && isHeld(failure(code)))
        else break
      }
  })

  test('whatever was answered as done is there after the power cut; nothing half-written ever has the name', async () => {
    for (let cut = 1; ; cut++) {
      const disk = newStick()
      let off = false
      disk.fault = (call) => {
        if (call >= cut) off = true
        if (off) throw failure('EIO')
      }
      const answer = await writeToStick('/usb', NAME, bytes, { port: stickPort(disk) })
      for (const found of disk.afterPowerCut()) {
        const named = found.get(`/usb/${NAME}`)
        if (named) expect(named.equals(bytes), `cut at call ${cut}`).toBe(true)
        if (answer.ok) expect(named, `cut at call ${cut}`).toBeDefined()
        expect(found.get('/usb/DEM-202609-0001.age')?.equals(older)).toBe(true)
      }
      if (!off) break
    }
  })

  test('a stick that gives back something else is refused', async () => {
    const disk = newStick()
    const port = { ...stickPort(disk), read: () => Promise.resolve(Buffer.alloc(bytes.length)) }
    expect(await writeToStick('/usb', NAME, bytes, { port })).toMatchObject({
      refusals: [{ code: 'stick-read-back-differs' }],
    })
    expect([...disk.names.keys()]).toEqual(['/usb/DEM-202609-0001.age'])
    expect(await tryStick('/usb', port)).toMatchObject({ refusals: [{ code: 'stick-read-back-differs' }] })
  })

  test.each([
    ['EROFS', 'stick-read-only'],
    ['EPERM', 'stick-forbidden'],
    ['EACCES', 'stick-forbidden'],
    ['ENOSPC', 'stick-full'],
    ['ENOENT', 'stick-gone'],
    ['ENODEV', 'stick-gone'],
    ['EIO', 'stick-failed'],
  ])('%s is told as %s, before anything is sealed', async (code, refusal) => {
    const disk = newStick()
    disk.fault = (_call, what) => {
      if (what === 'open') throw failure(code)
    }
    expect(await tryStick('/usb', stickPort(disk))).toMatchObject({ refusals: [{ code: refusal }] })
    expect(await writeToStick('/usb', NAME, bytes, { port: stickPort(disk) })).toMatchObject({
      refusals: [{ code: refusal }],
    })
  })

  test('trying a stick leaves nothing behind and tells its free bytes', async () => {
    const disk = newStick()
    expect(await tryStick('/usb', stickPort(disk, 4096))).toEqual({ ok: true, value: 4096 })
    expect([...disk.names.keys()]).toEqual(['/usb/DEM-202609-0001.age'])
  })

  test('tells how far it is', async () => {
    const disk = newStick()
    const large = Buffer.alloc(600_000, 7)
    const told: number[] = []
    const port = stickPort(disk)
    const quick: FilePort = {
      ...port,
      create: async (path) => {
        const file = await port.create(path)
        return {
          ...file,
          write: (piece) =>
            Promise.resolve(void (disk.file(path).bytes = Buffer.concat([disk.file(path).bytes, piece]))),
        }
      },
    }
    await writeToStick('/usb', NAME, large, { port: quick, progress: (finished) => told.push(finished) })
    expect(told).toEqual([262_144, 524_288, 600_000])
    expect(
      createHash('sha256')
        .update(disk.file(`/usb/${NAME}`).bytes)
        .digest('hex'),
    ).toBe(createHash('sha256').update(large).digest('hex'))
  })
})
