import { expect, test } from 'vitest'
import { wantedPage } from './wanted-page'

const at = (pathname: string, search = '') => ({ pathname, search })

test('a page stays as it is, with its filters', () => {
  expect(wantedPage(at('/projects', '?status=archived'))).toBe('/projects?status=archived')
})

test('a page that was refused is tried again by the next person', () => {
  const search = '?permission=audit%3Aread&from=%2Faudit%3Fpage%3D2'
  expect(wantedPage(at('/unauthorized', search))).toBe('/audit?page=2')
  expect(wantedPage(at('/unauthorized'))).toBe('/')
})

test('signing in goes on to the page that asked for it', () => {
  expect(wantedPage(at('/login', '?redirect=%2Fdocuments'))).toBe('/documents')
  expect(wantedPage(at('/login'))).toBe('/')
})

test('somebody without an organization leaves the page to the one who comes next', () => {
  const last = { name: 'Olivia', page: '/projects', offer: [] }
  expect(wantedPage(at('/welcome'), last)).toBe('/projects')
  expect(wantedPage(at('/welcome'))).toBe('/welcome')
})

test('what is no path leads to the dashboard', () => {
  expect(wantedPage(at('/login', '?redirect=https%3A%2F%2Fevil.example'))).toBe('/')
})
