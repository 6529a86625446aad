/** Structured logs. Cookies, tokens, passwords and bodies are never given to it. */
import { type Logger, pino } from 'pino'
import { env } from './env'

let logger: Logger | undefined

/** @returns the process's logger: JSON lines on standard error. */
export function log(): Logger {
  logger ??= pino(
    {
      level: env().LOG_LEVEL,
      base: null,
      // A second net: should a header bag ever be logged, its secrets are not.
      redact: ['*.cookie', '*.authorization', '*.password', '*.token'],
    },
    pino.destination({ dest: 2, sync: false }),
  )
  return logger
}
