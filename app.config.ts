/**
 * The Vite + TanStack Start configuration. It is named app.config.ts and passed with
 * `--config` for the reason given in docs/decisions/001-vite-instead-of-vinxi.md.
 */
import tailwindcss from '@tailwindcss/vite'
import { tanstackStart } from '@tanstack/react-start/plugin/vite'
import viteReact from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressedAssets } from './scripts/compress-assets'
import { readableFunctionId } from './scripts/entrances/function-id'
import { entrances } from './scripts/entrances/plugin'

export default defineConfig({
  resolve: { tsconfigPaths: true },
  server: { strictPort: true },
  build: { sourcemap: false },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // What most pages share comes in one file: sixty small ones take sixty requests.
            codeSplitting: {
              groups: [
                {
                  name: 'framework',
                  test: /[\\/]node_modules[\\/](react|react-dom|scheduler|use-sync-external-store|seroval|seroval-plugins|@tanstack)[\\/]/,
                  minShareCount: 4,
                },
                { name: 'shared', test: /[\\/]src[\\/]/, minShareCount: 6 },
              ],
            },
          },
        },
      },
    },
  },
  plugins: [
    tailwindcss(),
    entrances(import.meta.dirname),
    tanstackStart({
      serverFns: {
        // Stable, readable ids: they appear in the audit log and in the rejection matrix.
        generateFunctionId: ({ filename, functionName }) =>
          readableFunctionId(filename, functionName),
      },
      importProtection: {
        behavior: 'error',
        // Server-only folders. Function files may name them (their bodies are stripped from the
        // client's build); anything that would survive into a browser fails the build.
        client: {
          files: ['**/*.server.*', 'src/db/**', 'src/audit/**', 'src/auth/**', 'src/platform/**'],
        },
      },
    }),
    viteReact(),
    compressedAssets(),
  ],
})
