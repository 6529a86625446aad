/** The heading of the audit pages: the two lists, the proof, the download. */
import { Link } from '@tanstack/react-router'
import { planIncludes } from '~/authz'
import { Can } from '~/features/access/can'
import { useViewer } from '~/features/access/use-permission'
import { Badge } from '~/ui/badge'
import { buttonClass } from '~/ui/button'
import { PageHeader } from '~/ui/page-header'
import { VerifyTrail } from './verify-trail'

const TAB =
  'border-b-2 border-transparent px-1 pb-2 text-sm text-ink-soft hover:text-ink aria-[current=page]:border-accent-text aria-[current=page]:font-medium aria-[current=page]:text-ink'

export function AuditHeader() {
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Every change, as it was committed, and every refusal."
        actions={
          <>
            <VerifyTrail />
            <Can permission="audit:export">
              <Download />
            </Can>
          </>
        }
      />
      <nav aria-label="Audit log" className="mb-6 flex gap-6 border-b border-line">
        <Link to="/audit" activeOptions={{ exact: true, includeSearch: false }} className={TAB}>
          Changes
        </Link>
        <Link to="/audit/denials" className={TAB}>
          Denials
        </Link>
      </nav>
    </>
  )
}

function Download() {
  const plan = useViewer().organization?.plan ?? ''
  if (!planIncludes(plan, 'audit-export')) {
    return (
      <span className="inline-flex items-center">
        <Badge tone="limited">Download: not in your plan</Badge>
      </span>
    )
  }
  return (
    <a
      href="/api/audit-export"
      download="audit-log.jsonl"
      data-fn="GET /api/audit-export"
      className={buttonClass()}
    >
      Download
    </a>
  )
}
