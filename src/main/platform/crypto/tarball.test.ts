import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { expect, test } from 'vitest'
import { packFiles, unpackFiles } from './tarball'

const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) })

test('the same files give the same bytes whatever their order, and come back whole', async () => {
  const files = [file('manifest.json', '{}'), file('data/marks.csv', 'a\r\n')]
  const packed = await packFiles(files)
  expect(await packFiles([...files].reverse())).toEqual(packed)
  expect(await unpackFiles(packed)).toEqual([files[1], files[0]])
})

test('its gzip header tells neither time nor machine', async () => {
  expect((await packFiles([file('a', 'b')])).subarray(0, 10).toString('hex')).toBe('1f8b08000000000002ff')
})

test('a path that climbs out, a link, a name twice and a cut file are refused', async () => {
  const tarOf = async (entries: { name: string; type?: 'file' | 'symlink'; linkname?: string }[]): Promise<Buffer> => {
    const tar = pack()
    for (const entry of entries) tar.entry({ type: 'file', ...entry }, entry.type === 'symlink' ? '' : 'x')
    tar.finalize()
    const pieces: Buffer[] = []
    for await (const piece of tar) pieces.push(piece as Buffer)
    return gzipSync(Buffer.concat(pieces))
  }
  expect(await unpackFiles(await tarOf([{ name: 'a' }]))).toHaveLength(1)
  expect(await unpackFiles(await tarOf([{ name: '../a' }]))).toBeUndefined()
  expect(await unpackFiles(await tarOf([{ name: '/a' }]))).toBeUndefined()
  expect(await unpackFiles(await tarOf([{ name: 'a' }, { name: 'a' }]))).toBeUndefined()
  expect(await unpackFiles(await tarOf([{ name: 'a', type: 'symlink', linkname: '/x' }]))).toBeUndefined()
  expect(await unpackFiles((await tarOf([{ name: 'a' }])).subarray(0, 60))).toBeUndefined()
})
