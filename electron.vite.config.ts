import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import react from '@vitejs/plugin-react'

const at = (path: string): string => resolve(import.meta.dirname, path)

/**
 * `electron-vite build` makes the app. `--mode development` also builds the hosts that never ship: the browser host with
 * its bridge and the headless host. A test proves that a normal build holds neither.
 */
export default defineConfig(({ mode }) => {
  const development = mode === 'development'
  const electron = { electron: at('src/main/hosts/electron.ts'), 'papers-worker': at('src/main/app/papers.worker.ts') }
  const others = {
    browser: at('src/main/hosts/browser.ts'),
    headless: at('src/main/hosts/headless.ts'),
    bridge: at('src/main/hosts/browser/bridge.ts'),
  }
  return {
    main: {
      build: {
        outDir: 'out/main',
        // The oldest Node and Chromium that we promise to run on; Electron's own are newer.
        target: 'node20.18',
        sourcemap: true,
        rolldownOptions: { input: development ? { ...electron, ...others } : electron },
      },
    },
    preload: {
      // A sandboxed preload cannot load modules: one CommonJS file, nothing outside but electron.
      build: {
        target: 'node20.18',
        outDir: 'out/preload',
        rolldownOptions: {
          input: { index: at('src/preload/index.ts') },
          output: { format: 'cjs' as const, entryFileNames: '[name].cjs' },
        },
      },
    },
    renderer: {
      root: at('src/renderer'),
      plugins: [react()],
      build: {
        outDir: 'out/renderer',
        target: 'chrome130',
        // No inlined assets: the page's policy allows fonts and images from its own files only.
        assetsInlineLimit: 0,
        rolldownOptions: { input: { index: at('src/renderer/index.html') } },
      },
    },
  }
})
