/**
 * The production server: `npm start` after `npm run build`. Plain Node runs this file, so it uses
 * nothing but Node, srvx and the build; the development packages need not be installed.
 *
 * It refuses to listen with a configuration that would be unsafe, answers static files itself, and
 * hands everything else to the app. The app sets the headers of its own answers.
 */
import { existsSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { FastURL, type Server, type ServerMiddleware, serve } from 'srvx'
import { staticMiddleware } from 'srvx/static'

const root = join(import.meta.dirname, '..')
const clientFolder = join(root, 'dist', 'client')
const serverEntry = join(root, 'dist', 'server', 'server.js')

/** The outer limit, for whatever reads a body; the app sets itself a lower one and answers 413. */
const MAX_BODY_BYTES = 1024 * 1024
/** How long requests that are being answered may take to finish after SIGTERM, and everything after that. */
const DRAIN_MS = 7_000
const STOP_MS = 2_000

/** What the build exports. */
interface ServerModule {
  default: { fetch: (request: Request) => Response | Promise<Response> }
  /** Rejects when the app must not serve, for example because its database login could pass the walls. */
  assertReady?: () => Promise<void>
  /** Called once it listens: background work, and the console's way into the log. */
  begin?: () => void
  /** Ends pools and background work. */
  stop?: () => Promise<void>
}

interface Settings {
  host: string
  port: number
  appUrl: URL
  trustProxy: boolean | 'loopback' | string[]
}

/** Reads what concerns this file, or says all that is wrong with it; the app judges the rest (src/platform/env.ts). */
function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const problems = databaseProblems(environment)
  const port = Number(environment.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    problems.push('PORT is not a port number')
  const appUrl = URL.parse(environment.APP_URL ?? '')
  if (!appUrl)
    problems.push(
      'APP_URL is missing: the address that people use, for example https://app.example.com',
    )
  else if (isPlainHttpForOthers(appUrl) && environment.ALLOW_APP_URL_WITHOUT_TLS !== '1') {
    problems.push(
      'APP_URL is http: anybody on the way could read the session cookies (ALLOW_APP_URL_WITHOUT_TLS=1 starts all the same)',
    )
  }
  const trustProxy = proxiesToTrust(environment.TRUST_PROXY)
  if (Array.isArray(trustProxy) && !trustProxy.every((address) => isIP(address) !== 0)) {
    problems.push('TRUST_PROXY is "true", "loopback" or a list of IP addresses')
  }
  if (!appUrl || problems.length > 0)
    throw new Error(`The server was not started:\n  ${problems.join('\n  ')}`)
  return { host: environment.HOST ?? '127.0.0.1', port, appUrl, trustProxy }
}

/** Two logins: one that migrates and one that serves. With the owner's, row level security would protect nothing. */
function databaseProblems(environment: NodeJS.ProcessEnv): string[] {
  const app = URL.parse(environment.DATABASE_URL ?? '')
  const owner = URL.parse(environment.DATABASE_OWNER_URL ?? '')
  if (!app || !owner) {
    return [
      ...(app ? [] : ['DATABASE_URL is missing: the address for the login gatehouse_app']),
      ...(owner
        ? []
        : [
            'DATABASE_OWNER_URL is missing: the address for the login gatehouse_owner, which migrates',
          ]),
    ]
  }
  return app.username === owner.username
    ? [
        'DATABASE_URL and DATABASE_OWNER_URL name the same login; the server must not be the owner of the tables',
      ]
    : []
}

function isPlainHttpForOthers(url: URL): boolean {
  return url.protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
}

function proxiesToTrust(value: string | undefined): Settings['trustProxy'] {
  if (value === undefined || value === '' || value === 'false') return false
  if (value === 'true') return true
  if (value === 'loopback') return 'loopback'
  return value.split(',').map((address) => address.trim())
}

/**
 * Static files, with the headers that the app would give them. Only paths that can be a file are
 * looked up, so that no page costs a look at the disk.
 */
function staticFiles(secure: boolean): ServerMiddleware {
  // Their names hold a hash of their content: a new content is a new name.
  const assets = staticMiddleware({
    dir: clientFolder,
    maxAge: 365 * 24 * 3600,
    immutable: true,
    // The build lays compressed copies beside them (scripts/compress-assets.ts).
    encodings: { br: '.br' },
  })
  const others = staticMiddleware({ dir: clientFolder, maxAge: 300 })
  return async (request, next) => {
    const { pathname } = new FastURL(request.url)
    const isAsset = pathname.startsWith('/assets/')
    if (!isAsset && !/\.[^/]+$/.test(pathname)) return next()
    let isFile = true
    const response = await (isAsset ? assets : others)(request, () => {
      isFile = false
      // Never cached: behind a rolling deployment the file may exist a second later.
      return isAsset
        ? new Response('Not found\n', { status: 404, headers: { 'Cache-Control': 'no-store' } })
        : next()
    })
    if (isFile || isAsset) setStaticHeaders(response.headers, secure)
    return response
  }
}

function setStaticHeaders(headers: Headers, secure: boolean): void {
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Referrer-Policy', 'same-origin')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('X-Frame-Options', 'DENY')
  // An SVG or HTML file opened by its own address is a document: it may do nothing.
  headers.set(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
  )
  if (secure) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
}

async function loadApp(): Promise<ServerModule> {
  if (!existsSync(serverEntry) || !existsSync(clientFolder)) {
    throw new Error('There is no build to serve: run `npm run build` first.')
  }
  // The build is made after this file is checked, so its type is stated here.
  return (await import(pathToFileURL(serverEntry).href)) as ServerModule
}

async function start(): Promise<void> {
  process.env.NODE_ENV ??= 'production'
  const settings = readSettings(process.env)
  // Only migrations need it; what a process does not have, it can not give away.
  delete process.env.DATABASE_OWNER_URL
  const app = await loadApp()
  await app.assertReady?.()
  const server = serve({
    manual: true,
    silent: true,
    gracefulShutdown: false,
    hostname: settings.host,
    port: settings.port,
    trustProxy: settings.trustProxy,
    maxRequestBodySize: MAX_BODY_BYTES,
    middleware: [staticFiles(settings.appUrl.protocol === 'https:')],
    fetch: (request) => app.default.fetch(request),
    error: answerForTheUnexpected,
    // Nobody may hold a connection by sending a request slowly.
    node: { headersTimeout: 15_000, requestTimeout: 60_000 },
  })
  surviveStrayRejections()
  const answering = watchAnswers(server)
  await server.serve()
  app.begin?.()
  stopWhenAsked(() => shutDown(server, app, answering))
  console.log(`Listening on ${server.url ?? ''} for ${settings.appUrl.origin}`)
}

/**
 * A promise that nobody awaits belongs to one request. By Node's default its rejection would end
 * the process, and with it the requests of everybody else: an attack that costs one page address.
 */
function surviveStrayRejections(): void {
  process.on('unhandledRejection', (reason) => {
    console.error('A rejection that nobody handled:', reason)
  })
}

/** The app answers its own errors; this is for a failure around it. */
function answerForTheUnexpected(error: unknown): Response {
  const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BODY_TOO_LARGE'
  if (!tooLarge) console.error(error)
  return new Response(tooLarge ? 'Too large.\n' : 'Something went wrong.\n', {
    status: tooLarge ? 413 : 500,
    headers: { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
  })
}

/**
 * SIGTERM and SIGINT: no new connections, the requests under way are answered, the pools end, exit
 * 0. A second signal exits at once; within half a second it is the same one, which npm passes on
 * beside the terminal. A parent that started us with a channel and is gone counts as a signal, so
 * that no server outlives a demo or a test that was killed.
 */
function stopWhenAsked(stop: () => Promise<void>): void {
  let askedAt: number | undefined
  const ask = () => {
    if (askedAt !== undefined) {
      if (Date.now() - askedAt > 500) process.exit(1)
      return
    }
    askedAt = Date.now()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error('The server did not stop cleanly:', error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', ask)
  process.on('SIGINT', ask)
  process.on('disconnect', ask)
  // `npm start` runs us below a shell, which a SIGTERM to npm ends without our hearing of it.
  if (process.env.npm_lifecycle_event === 'start') {
    const shell = process.ppid
    const watch = setInterval(() => {
      if (process.ppid === shell) return
      clearInterval(watch)
      ask()
    }, 250)
    watch.unref()
  }
}

async function shutDown(server: Server, app: ServerModule, answering: Set<unknown>): Promise<void> {
  const closing = server.close()
  const deadline = Date.now() + DRAIN_MS
  while (answering.size > 0 && Date.now() < deadline) {
    await sleep(25)
    closeIdleConnections(server)
  }
  // What is left are connections whose client does not let go; they get a moment to read the answer.
  await Promise.race([closing, sleep(200)])
  await server.close(true)
  await Promise.race([app.stop?.(), sleep(STOP_MS)])
}

function closeIdleConnections(server: Server): void {
  const http = server.node?.server
  if (http && 'closeIdleConnections' in http) http.closeIdleConnections()
}

/** The requests that are being answered now. */
function watchAnswers(server: Server): Set<unknown> {
  const answering = new Set<unknown>()
  server.node?.server?.on('request', (_request, response: ServerResponse) => {
    answering.add(response)
    response.once('close', () => answering.delete(response))
  })
  return answering
}

start().catch((error: unknown) => {
  // A refusal is a message; a failure without one (nobody answers at the database's address) is its code.
  console.error(error instanceof Error && error.message !== '' ? error.message : error)
  process.exit(1)
})
