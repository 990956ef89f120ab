import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The command line as one file, dist/cli.js, that needs nothing but Node and the model beside it. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/index.ts',
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rollupOptions: { external: ['canvas'], output: { entryFileNames: 'cli.js' } },
  },
});
