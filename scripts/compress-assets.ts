/**
 * Lays a compressed copy beside each script and style sheet of the browser's build, for the server to
 * answer with. Made once, they can be an eighth smaller than what a server makes while somebody waits.
 */
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Plugin } from 'vite'

const compress = promisify(brotliCompress)

/** Of 11: the last step makes them 2 % smaller in twice the time. */
const QUALITY = 10
/** In bytes: below, a copy saves nothing. The server's own least is the same. */
const WORTH_IT = 1024

/** @returns a plugin for Vite that adds `name.br` to the client's output for each text in it */
export function compressedAssets(): Plugin {
  return {
    name: 'compressed-assets',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const texts = Object.values(bundle).filter(({ fileName }) => /\.(js|css)$/.test(fileName))
        await Promise.all(
          texts.map(async (file) => {
            const content = Buffer.from(file.type === 'chunk' ? file.code : file.source)
            if (content.length < WORTH_IT) return
            const source = await compress(content, {
              params: {
                [constants.BROTLI_PARAM_QUALITY]: QUALITY,
                [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
              },
            })
            this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source })
          }),
        )
      },
    },
  }
}
