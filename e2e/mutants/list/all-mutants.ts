/** Every mutant, in the order in which a request would meet what they break. */
import type { Mutant } from '../mutant.ts'
import { aroundRequests } from './around-requests.ts'
import { errors } from './errors.ts'
import { gates } from './gates.ts'
import { nouns } from './nouns.ts'
import { who } from './who.ts'

export const MUTANTS: readonly Mutant[] = [...aroundRequests, ...errors, ...who, ...gates, ...nouns]
