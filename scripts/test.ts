/**
 * `npm test`: every check and every test, against a build made for this run. Its last line counts
 * them. With `--full`, the pages are looked at as everybody and not as a few.
 */
import { allChecks } from './running/checks.ts'
import { runChecks } from './running/run-checks.ts'

if (process.argv.includes('--full')) process.env['GATEHOUSE_FULL'] = '1'
process.exit(await runChecks(allChecks))
