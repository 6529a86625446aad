/** `npm test`: every check and every test, against a build made for this run. Its last line counts them. */
import { allChecks } from './running/checks.ts'
import { runChecks } from './running/run-checks.ts'

process.exit(await runChecks(allChecks))
