/** Calling Better Auth in process, behind gates and validators of ours. */
import { isAPIError } from 'better-auth/api'
import { getRequest } from '@tanstack/react-start/server'
import { CLIENT_ADDRESS_HEADER } from '~/auth/better-auth'
import { clientAddress } from '~/platform/address'

/** The request's headers, with the address that we saw in place of whatever a client claims. */
export function headersForAuth(): Headers {
  const request = getRequest()
  const headers = new Headers(request.headers)
  headers.set(CLIENT_ADDRESS_HEADER, clientAddress(request))
  return headers
}

/** @returns the address that this request comes from */
export function callersAddress(): string {
  return clientAddress(getRequest())
}

/**
 * @returns the library's code for why it refused
 * @throws what it failed with otherwise
 */
export function refusalCode(error: unknown): string {
  if (!isAPIError(error) || error.statusCode >= 500) throw error
  return typeof error.body?.code === 'string' ? error.body.code : ''
}
