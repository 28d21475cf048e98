import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  // An old phone's browser reads no `width >=` in a media query, and then nothing of what follows it.
  build: { cssTarget: ['chrome61', 'safari12', 'firefox60'] },
  plugins: [
    sveltekit({
      adapter: adapter({ precompress: false }),
      // Pages are drawn once, on the server: a prop never changes after its first value.
      compilerOptions: { warningFilter: (warning) => warning.code !== 'state_referenced_locally' },
    }),
  ],
});
