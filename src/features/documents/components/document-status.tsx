import { Badge, type Tone } from '~/ui/badge'

const TONES: Readonly<Record<string, Tone>> = { published: 'accent' }
const WORDS: Readonly<Record<string, string>> = {
  draft: 'Draft',
  published: 'Published',
  archived: 'Archived',
}

export function DocumentStatus({ status }: { readonly status: string }) {
  return <Badge tone={TONES[status]}>{WORDS[status] ?? status}</Badge>
}
