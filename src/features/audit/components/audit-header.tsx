/** The heading of the audit pages: the two lists, the proof, the download. */
import { Link } from '@tanstack/react-router'
import { Can } from '~/features/access/can'
import { FeaturePrompt, WithinFeature } from '~/features/access/within-plan'
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
              <WithinFeature feature="audit-export">
                <Download />
              </WithinFeature>
            </Can>
          </>
        }
      />
      <Can permission="audit:export">
        <FeaturePrompt feature="audit-export">
          The log itself is complete, and can be read and verified here.
        </FeaturePrompt>
      </Can>
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
