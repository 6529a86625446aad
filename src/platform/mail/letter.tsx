/** How mails look: one quiet letter for all of them. Styles are inline, as mail programs need them. */
import { Body, Button, Container, Head, Heading, Html, Text } from '@react-email/components'
import type { Letter } from './letters'

const FONT = 'system-ui, -apple-system, Segoe UI, sans-serif'
const INK = '#1b1a17'
const SOFT = '#5d5a52'
const ACCENT = '#2f4bd8'

export interface LetterViewProps {
  readonly letter: Letter
  readonly url: string
}

export function LetterView({ letter, url }: LetterViewProps) {
  const { subject, paragraphs, action, note } = letter
  return (
    <Html lang="en">
      <Head />
      <Body style={{ backgroundColor: '#faf8f4', fontFamily: FONT, color: INK, margin: 0 }}>
        <Container style={{ maxWidth: 520, padding: '40px 24px' }}>
          <Text style={{ color: SOFT, fontSize: 13 }}>Gatehouse</Text>
          <Heading as="h1" style={{ fontSize: 22, lineHeight: '1.3' }}>
            {subject}
          </Heading>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} style={{ fontSize: 15, lineHeight: '1.6' }}>
              {paragraph}
            </Text>
          ))}
          <Button
            href={url}
            style={{
              backgroundColor: ACCENT,
              borderRadius: 6,
              color: '#ffffff',
              fontSize: 15,
              padding: '10px 18px',
            }}
          >
            {action}
          </Button>
          <Text style={{ color: SOFT, fontSize: 13, lineHeight: '1.6' }}>{note}</Text>
        </Container>
      </Body>
    </Html>
  )
}
