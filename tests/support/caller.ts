/** Calls server functions as somebody: over whatever carries a request to the product. */
import { expect, inject } from 'vitest'
import { DEMO_PASSWORD, PERSONAS, type PersonaKey } from '~/features/demo/personas'
import type { FunctionName, InputOf, ResultOf } from './functions'
import { readAnswer, type WireRefusal, writeCall } from './wire'

/** Where requests go, and how. */
export interface Transport {
  readonly origin: string
  send(request: Request): Promise<Response>
}

export interface Answer<Result = unknown> {
  readonly status: number
  /** `ok`, or the code of the refusal. */
  readonly code: string
  /** What was answered; reading it fails the test when the call was refused. */
  readonly result: Result
  readonly refusal: WireRefusal | undefined
  /** The bytes, to compare answers that must not differ. */
  readonly body: string
  readonly headers: Headers
}

export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>
  /** What a client may claim as the framework's context; nothing may believe it. */
  readonly context?: Readonly<Record<string, unknown>>
}

type Rest<Input> = undefined extends Input
  ? [data?: Input, options?: CallOptions]
  : [data: Input, options?: CallOptions]

export interface Caller {
  readonly cookie: string
  /** A call as the types allow it. */
  call<Name extends FunctionName>(
    name: Name,
    ...rest: Rest<InputOf<Name>>
  ): Promise<Answer<ResultOf<Name>>>
  /** A call with any input: what an attacker would send. */
  attack(name: string, data?: unknown, options?: CallOptions): Promise<Answer>
  /** Any other request of the same browser. */
  request(path: string, init?: RequestInit): Promise<Response>
}

/** Somebody with this cookie; none is nobody. */
export function callerWith(transport: Transport, cookie = ''): Caller {
  const request = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (cookie !== '') headers.set('cookie', cookie)
    if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin')
    return transport.send(new Request(transport.origin + path, { ...init, headers }))
  }
  const attack = async (name: string, data?: unknown, options: CallOptions = {}) => {
    const { context } = options
    const payload = { ...(data === undefined ? {} : { data }), ...(context ? { context } : {}) }
    const isGet = methodOf(name) === 'GET'
    const written = Object.keys(payload).length === 0 ? undefined : await writeCall(payload)
    const query = isGet && written !== undefined ? `?payload=${encodeURIComponent(written)}` : ''
    const response = await request(`/_serverFn/${name}${query}`, {
      method: isGet ? 'GET' : 'POST',
      headers: {
        'x-tsr-serverfn': 'true',
        ...(isGet || written === undefined ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      body: isGet ? undefined : written,
    })
    return toAnswer(response)
  }
  return {
    cookie,
    request,
    attack,
    // The types are the function's own; what comes over the wire is what it returned.
    call: (async (name: string, data?: unknown, options?: CallOptions) =>
      attack(name, data, options)) as Caller['call'],
  }
}

async function toAnswer(response: Response): Promise<Answer> {
  const body = await response.text()
  const { status, headers } = response
  const { result, refusal } = readAnswer(body, headers.has('x-tss-serialized'))
  return {
    status,
    code: refusal?.code ?? 'ok',
    get result() {
      expect(refusal, 'the call was refused').toBeUndefined()
      return result
    },
    refusal,
    body,
    headers,
  }
}

function methodOf(name: string): string {
  const method = inject('functions')[name]?.method
  if (method === undefined) throw new Error(`there is no function ${name}`)
  return method
}

/** Signs in through the front door. @returns somebody with the session's cookie */
export async function signIn(
  transport: Transport,
  who: PersonaKey | (string & {}),
  headers: Readonly<Record<string, string>> = {},
): Promise<Caller> {
  const response = await trySignIn(transport, emailOf(who), DEMO_PASSWORD, headers)
  expect(response.status, `signing in as ${who}`).toBe(200)
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return callerWith(transport, cookie)
}

/** One attempt to sign in. */
export function trySignIn(
  transport: Transport,
  email: string,
  password: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const request = new Request(`${transport.origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      origin: transport.origin,
      ...headers,
    },
    body: JSON.stringify({ email, password }),
  })
  return transport.send(request)
}

function emailOf(who: string): string {
  return PERSONAS.find(({ key }) => key === who)?.email ?? who
}
