/** What was billed, the latest first. */
import { planName } from '~/features/access/plan'
import { EmptyState } from '~/ui/empty-state'
import { Section } from '~/ui/section'
import { Cell, HeadCell, RowHead, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import { euros } from '~/ui/written'
import type { getBilling } from '../billing.functions'

type Invoice = Awaited<ReturnType<typeof getBilling>>['invoices'][number]

export function Invoices({ invoices }: { readonly invoices: readonly Invoice[] }) {
  return (
    <Section
      title="Invoices"
      description="Each change is billed once, for a month. Nothing is renewed and no money is taken."
    >
      {invoices.length === 0 ? (
        <EmptyState title="No invoices yet" icon="card">
          Each change of the plan leaves one here.
        </EmptyState>
      ) : (
        <Table
          caption="Invoices"
          head={
            <>
              <HeadCell>Issued</HeadCell>
              <HeadCell>Plan</HeadCell>
              <HeadCell wide>Period</HeadCell>
              <HeadCell number>Amount</HeadCell>
            </>
          }
        >
          {invoices.map((invoice) => (
            <tr key={invoice.id}>
              <RowHead>
                <Time at={invoice.issuedAt} />
              </RowHead>
              <Cell>{planName(invoice.plan)}</Cell>
              <Cell wide>
                <Time at={invoice.periodStart} /> – <Time at={invoice.periodEnd} />
              </Cell>
              <Cell number className="tabular-nums">
                {euros(invoice.amountCents)}
              </Cell>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  )
}
