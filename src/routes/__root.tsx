import { CSPProvider } from '@base-ui/react/csp-provider'
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, HeadContent, Outlet, Scripts } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { demoAttribute } from '~/features/access/demo-page'
import { ErrorPage } from '~/features/access/error-page'
import { NotFoundPage } from '~/features/access/not-found-page'
import sans from '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2?url'
import styles from '~/ui/styles.css?url'
import { Toaster } from '~/ui/toaster'
import { useArrival } from './-shell/arrival'
import { BarePage } from './-shell/bare-page'
import { currentTheme, themeAttribute, themeMeta } from './-shell/theme'

/** What every loader is given. */
interface RouterContext {
  readonly queryClient: QueryClient
}

export const Route = createRootRouteWithContext<RouterContext>()({
  head: () => ({
    meta: [
      { charSet: 'utf-8' },
      // Without a least scale a telephone zooms out for a moment when a menu fills and is too wide
      // until it has been placed anew; then it is placed for the wider page.
      { name: 'viewport', content: 'width=device-width, initial-scale=1, minimum-scale=1' },
      { name: 'robots', content: 'noindex' },
      themeMeta(currentTheme()),
      { title: 'Gatehouse' },
    ],
    links: [
      { rel: 'stylesheet', href: styles },
      // Asked for with the page: text is drawn in its own letters at once.
      { rel: 'preload', href: sans, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
    ],
  }),
  component: Pages,
  shellComponent: Document,
  notFoundComponent: () => (
    <BarePage>
      <NotFoundPage />
    </BarePage>
  ),
  errorComponent: (props) => (
    <BarePage>
      <ErrorPage {...props} />
    </BarePage>
  ),
})

function Pages() {
  useArrival()
  return <Outlet />
}

function Document({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" {...themeAttribute(currentTheme())} {...demoAttribute()}>
      <head>
        <HeadContent />
      </head>
      <body>
        {/* The policy refuses style elements: components must not add any. */}
        <CSPProvider disableStyleElements>
          <Toaster>{children}</Toaster>
        </CSPProvider>
        <Scripts />
      </body>
    </html>
  )
}
