import { type Tone } from '~/ui/badge'
import { StatusDot } from '~/ui/status-dot'

const TONES: Readonly<Record<string, Tone>> = { published: 'accent', archived: 'caution' }
const WORDS: Readonly<Record<string, string>> = {
  draft: 'Draft',
  published: 'Published',
  archived: 'Archived',
}

export function DocumentStatus({ status }: { readonly status: string }) {
  return <StatusDot tone={TONES[status]}>{WORDS[status] ?? status}</StatusDot>
}
