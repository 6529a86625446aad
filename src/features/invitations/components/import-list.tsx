/** Inviting a list of people: pasted or read from a file, checked, and then sent a few at a time. */
import { useState } from 'react'
import { useAction } from '~/features/access/use-action'
import { FileField } from '~/ui/file-field'
import { TextArea } from '~/ui/field'
import { Form, SubmitButton, textOf } from '~/ui/form'
import { Panel, Section } from '~/ui/section'
import { MOST_CHARACTERS_OF_A_LIST, MOST_LINES } from '../invitation-list'
import { checkInvitationList } from '../invitations.functions'
import { ListReport } from './list-report'

const NOT_UTF_8 = { list: 'This file is no text in UTF-8. Save it as “CSV UTF-8”, and try again.' }
/** A file that cannot be one: refused before it is put into the field. */
const TOO_LONG = { list: `This file is too long. ${MOST_LINES} lines at a time.` }

type Line = Awaited<ReturnType<typeof checkInvitationList>>[number]

export function ImportList() {
  const [read, setRead] = useState({ times: 0, text: '' })
  const [unread, setUnread] = useState<Readonly<Record<string, string>>>()
  const [checked, setChecked] = useState<{
    readonly times: number
    readonly lines: readonly Line[]
  }>()
  const { run, pending, errors } = useAction(checkInvitationList, {
    onDone: (lines) => setChecked((last) => ({ times: (last?.times ?? 0) + 1, lines })),
  })

  function take(text: string | undefined): void {
    const problem =
      text === undefined
        ? NOT_UTF_8
        : text.length > MOST_CHARACTERS_OF_A_LIST
          ? TOO_LONG
          : undefined
    setUnread(problem)
    if (problem === undefined) setRead(({ times }) => ({ times: times + 1, text: text ?? '' }))
  }

  return (
    <>
      <Section
        title="The list"
        description="Nobody is invited before you have seen what would happen."
      >
        <Panel>
          <Form
            fn="invitations.checkInvitationList"
            label="List of people to invite"
            className="max-w-2xl"
            pending={pending}
            errors={unread ?? errors}
            onSubmit={async (values) => {
              setUnread(undefined)
              setChecked(undefined)
              await run({ data: { list: textOf(values, 'list') } })
            }}
          >
            <FileField
              label="File"
              accept=".csv,.txt,text/csv,text/plain"
              hint="It is read here and shown below; nothing is sent yet."
              onText={take}
            />
            <TextArea
              // What a file holds replaces what was typed.
              key={read.times}
              name="list"
              label="Addresses and roles"
              hint={`An address on each line, and a role after a comma: the name of one of yours, or nothing for the role of who joins. At most ${MOST_LINES} lines.`}
              rows={8}
              spellCheck={false}
              className="font-mono text-small"
              placeholder={'ada@example.com, Editor\nbo@example.com'}
              defaultValue={read.text}
              required
            />
            <div>
              <SubmitButton look={checked === undefined ? 'primary' : 'secondary'}>
                Check the list
              </SubmitButton>
            </div>
          </Form>
        </Panel>
      </Section>
      {checked !== undefined && <ListReport key={checked.times} lines={checked.lines} />}
    </>
  )
}
