/** What each mail says. */
import type { Mail } from './mail'

export interface Letter {
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly action: string
  /** Said in small print. */
  readonly note: string
}

const UNASKED = 'If you did not ask for this, ignore this mail: nothing has changed.'

/** Names come from people; a line break in one would begin another header or paragraph. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

type Settled = (organization: string, other: string) => Pick<Letter, 'subject' | 'paragraphs'>

/** What became of the offer of an organization, to the one on either side of it. */
const OWNERSHIP: Readonly<Record<'given' | 'received' | 'declined' | 'withdrawn', Settled>> = {
  given: (organization, other) => ({
    subject: `${other} is an owner of ${organization} now`,
    paragraphs: [`${other} has accepted your offer. You are an admin of ${organization} now.`],
  }),
  received: (organization, other) => ({
    subject: `You are an owner of ${organization} now`,
    paragraphs: [`You have accepted the offer of ${other}, who is an admin now.`],
  }),
  declined: (organization, other) => ({
    subject: `${other} has declined the ownership of ${organization}`,
    paragraphs: [`You stay an owner of ${organization}. Nothing has changed.`],
  }),
  withdrawn: (organization, other) => ({
    subject: `The ownership of ${organization} is no longer offered to you`,
    paragraphs: [`${other} has withdrawn the offer. Nothing has changed.`],
  }),
}

export function letterFor(mail: Mail): Letter {
  switch (mail.kind) {
    case 'invitation':
      return {
        subject: `${plain(mail.inviter)} invites you to ${plain(mail.organization)}`,
        paragraphs: [
          `${plain(mail.inviter)} invites you to join ${plain(mail.organization)} on Gatehouse.`,
          mail.roles.length === 0
            ? 'You would join without a role.'
            : `You would join as ${mail.roles.map(plain).join(', ')}.`,
        ],
        action: 'Accept the invitation',
        note: 'The link works once, for seven days, and only for this address.',
      }
    case 'sign-up':
      return {
        subject: 'Confirm your email address',
        paragraphs: [
          'One more step: confirm that this address is yours.',
          'You will be asked for the password that you have just chosen.',
        ],
        action: 'Confirm the address',
        note: `The link works for a day. ${UNASKED}`,
      }
    case 'already-signed-up':
      return {
        subject: 'You have an account already',
        paragraphs: [
          'Somebody tried to sign up with this address. It has an account already.',
          'If that was you: sign in. On that page you can also ask for a new password.',
        ],
        action: 'Sign in',
        note: UNASKED,
      }
    case 'reset':
      return {
        subject: 'Choose a new password',
        paragraphs: ['Choose a new password. You are then signed out everywhere.'],
        action: 'Choose a new password',
        note: `The link works once, for an hour. ${UNASKED}`,
      }
    case 'no-account':
      return {
        subject: 'There is no account with this address',
        paragraphs: ['Somebody asked for a new password, but no account has this address.'],
        action: 'Sign up',
        note: UNASKED,
      }
    case 'password-changed':
      return {
        subject: 'Your password was changed',
        paragraphs: [
          'The password of your account was changed just now. All other sessions have ended.',
        ],
        action: 'It was not me',
        note: 'If it was you, there is nothing to do. If not, the link lets you choose another one.',
      }
    case 'ownership-settled':
      return {
        ...OWNERSHIP[mail.outcome](plain(mail.organization), plain(mail.other)),
        action: `Open ${plain(mail.organization)}`,
        note: 'You get this mail because the ownership of an organization was offered.',
      }
    case 'ownership-noticed': {
      const [organization, giver, recipient] = [
        plain(mail.organization),
        plain(mail.giver),
        plain(mail.recipient),
      ]
      return {
        subject:
          mail.outcome === 'offered'
            ? `${giver} offers the ownership of ${organization} to ${recipient}`
            : `${recipient} is an owner of ${organization} now`,
        paragraphs: [
          mail.outcome === 'offered'
            ? `Nothing changes until ${recipient} accepts. You can withdraw the offer until then.`
            : `${recipient} has accepted the offer of ${giver}, who is an admin now.`,
        ],
        action: `Open ${organization}`,
        note: `You get this mail because you are an owner of ${organization}.`,
      }
    }
    default: // 'ownership-offered': a kind that is added fails to compile here
      return {
        subject: `Become an owner of ${plain(mail.organization)}?`,
        paragraphs: [
          `${plain(mail.owner)} offers you the ownership of ${plain(mail.organization)}.`,
          'Nothing changes until you confirm it there.',
        ],
        action: 'Look at the offer',
        note: 'The offer ends after seven days, or when it is taken back.',
      }
  }
}
