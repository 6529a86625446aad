/** `npm run check`: everything that can be judged without running the app. Prints what fails. */
import { staticChecks } from './running/checks.ts'
import { runChecks } from './running/run-checks.ts'

process.exit(await runChecks(staticChecks))
