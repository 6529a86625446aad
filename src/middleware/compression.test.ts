import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { compressed } from './compression'

const OUR_PAGE = {
  'accept-encoding': 'gzip, deflate, br',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-dest': 'document',
}
const LONG = 'One of many documents. '.repeat(200)

const page = (body: BodyInit = LONG): Response =>
  new Response(body, { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' } })
const asked = (headers: Record<string, string>): Request =>
  new Request('http://localhost/', { headers })

describe('compressed', () => {
  test('a page that our own page asked for is smaller and the same', async () => {
    const answer = await compressed(page(), asked(OUR_PAGE))
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(answer.headers.get('vary')).toMatch(/Sec-Fetch-Site/)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.length).toBeLessThan(LONG.length / 5)
    expect(gunzipSync(bytes).toString()).toBe(LONG)
  })

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of our domain', { 'sec-fetch-site': 'same-site' }],
    ['a picture', { 'sec-fetch-dest': 'image' }],
    ['a browser that takes no gzip', { 'accept-encoding': 'br' }],
    ['a browser that forbids gzip', { 'accept-encoding': 'br, gzip;q=0' }],
  ])('asked for by %s, it stays as it is', async (_who, headers) => {
    const answer = await compressed(page(), asked({ ...OUR_PAGE, ...headers }))
    expect(answer.headers.has('content-encoding')).toBe(false)
    expect(answer.headers.get('vary')).toMatch(/Sec-Fetch-Site/)
    expect(await answer.text()).toBe(LONG)
  })

  test('who does not say where they come from gets it as it is', async () => {
    const answer = await compressed(page(), asked({ 'accept-encoding': 'gzip' }))
    expect(answer.headers.has('content-encoding')).toBe(false)
  })

  test('a result is compressed when it is long', async () => {
    const result = (value: string) => Response.json({ value })
    const long = await compressed(result(LONG), asked(OUR_PAGE))
    expect(long.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(await long.arrayBuffer()).toString()).toBe(JSON.stringify({ value: LONG }))
    const short = await compressed(result('yes'), asked(OUR_PAGE))
    expect(short.headers.has('content-encoding')).toBe(false)
    expect(await short.json()).toEqual({ value: 'yes' })
  })

  test('a file to download and an answer without a body stay as they are', async () => {
    const file = new Response(LONG, { headers: { 'content-type': 'text/csv' } })
    expect(await compressed(file, asked(OUR_PAGE))).toBe(file)
    const nothing = new Response(null, { status: 204 })
    expect(await compressed(nothing, asked(OUR_PAGE))).toBe(nothing)
  })

  test("a page's first half can be read before its second is made", async () => {
    const parts = new TransformStream<Uint8Array, Uint8Array>()
    const writer = parts.writable.getWriter()
    const answer = await compressed(page(parts.readable), asked(OUR_PAGE))
    const reader = answer.body?.pipeThrough(new DecompressionStream('gzip')).getReader()
    const writing = writer.write(new TextEncoder().encode('the first half'))
    const { value } = (await reader?.read()) ?? {}
    await writing
    expect(new TextDecoder().decode(value)).toBe('the first half')
    await reader?.cancel()
  })

  test('a page that fails on the way does not end as if it were whole', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('the first half')),
      pull: (controller) => controller.error(new Error('the database is gone')),
    })
    const answer = await compressed(page(broken), asked(OUR_PAGE))
    await expect(answer.arrayBuffer()).rejects.toThrow()
  })

  test('when the reader leaves, the page is told to stop', async () => {
    let stop: () => void = () => {}
    const stopped = new Promise<string>((resolve) => (stop = () => resolve('stopped')))
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(LONG)),
      cancel: () => stop(),
    })
    const answer = await compressed(page(endless), asked(OUR_PAGE))
    await answer.body?.cancel()
    expect(await stopped).toBe('stopped')
  })
})
