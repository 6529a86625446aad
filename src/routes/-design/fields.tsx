/** What is typed or chosen from a list. */
import { useState } from 'react'
import { Combobox } from '~/ui/combobox'
import { TextArea, TextField } from '~/ui/field'
import { Form, SubmitButton } from '~/ui/form'
import { SearchField } from '~/ui/search-field'
import { Select } from '~/ui/select'
import { CITIES, ROLES } from './examples'
import { Sample } from './sample'

const ERRORS = { address: 'An address ends with a domain.' }
const NO_ERRORS = {}

export function Fields() {
  return (
    <>
      <Sample name="Form and text fields" note="Errors stand beside their field." stacked>
        <Form
          local
          label="A form"
          pending={false}
          errors={ERRORS}
          onSubmit={() => {}}
          className="max-w-md"
        >
          <TextField name="name" label="Name" hint="As people will see it." />
          <TextField name="address" label="Email" type="email" defaultValue="olivia@larkspur" />
          <TextField name="slug" label="Short name" defaultValue="larkspur-labs" disabled />
          <TextArea name="about" label="About" rows={3} placeholder="Plain text or Markdown" />
          <div className="flex gap-2">
            <SubmitButton>Save</SubmitButton>
          </div>
        </Form>
        <Form local label="A form on its way" pending errors={NO_ERRORS} onSubmit={() => {}}>
          <div>
            <SubmitButton>Saving</SubmitButton>
          </div>
        </Form>
      </Sample>
      <Sample name="Select" note="Up to some twenty options." stacked>
        <div className="grid max-w-md gap-5">
          <Select label="Role" options={ROLES} defaultValue="writer" />
          <Select label="Role, none chosen" options={ROLES} placeholder="Choose a role" />
          <Select label="Role, disabled" options={ROLES} defaultValue="reader" disabled />
          <Select label="Role, small" options={ROLES} defaultValue="reader" size="small" />
        </div>
      </Sample>
      <Sample name="Combobox" note="Many options, found by typing." stacked>
        <Cities />
      </Sample>
      <Sample name="Search field" note="Asks a moment after the last letter." stacked>
        <Search />
      </Sample>
    </>
  )
}

function Cities() {
  const [city, setCity] = useState<string | null>('lisbon')
  return (
    <div className="max-w-md">
      <Combobox
        label="City"
        options={CITIES}
        value={city}
        onChange={setCity}
        placeholder="Type a city"
        empty="No city of that name."
        hint="Clear it to choose none."
      />
    </div>
  )
}

function Search() {
  const [asked, setAsked] = useState('')
  return (
    <div className="flex flex-wrap items-center gap-4">
      <SearchField local label="Search cities" value={asked} onSearch={setAsked} />
      <p className="text-small text-ink-faint">
        {asked === '' ? 'Nothing asked yet.' : `Asked for “${asked}”.`}
      </p>
    </div>
  )
}
