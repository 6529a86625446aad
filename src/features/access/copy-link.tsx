/** Copies the page's address as one that also leads there from another organization. */
import { useHydrated, useLocation } from '@tanstack/react-router'
import { CopyButton } from '~/ui/copy-button'
import { linkInto } from './linked-organization'
import { useViewer } from './use-permission'

export function CopyLink() {
  const { organization } = useViewer()
  const { href } = useLocation()
  // Only the browser knows what it calls this site.
  const hydrated = useHydrated()
  if (organization === null) return null
  const text = hydrated ? linkInto(organization.id, window.location.origin + href) : ''
  return <CopyButton label="Copy link" size="medium" text={text} />
}
