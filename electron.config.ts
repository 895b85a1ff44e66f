// Build of the three parts: main (with the translator process and the aligner's thread beside it), preload, page.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          main: 'electron/main/main.main.ts',
          translator: 'electron/translation/engine/translator.node.ts',
          aligner: 'electron/alignment/run-worker.node.ts',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can require nothing but `electron`: one CommonJS file holds the rest.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload/preload.preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      // The content policy forbids data: fonts, so every asset is a file.
      assetsInlineLimit: 0,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
