import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ precompress: false }),
      // Pages are drawn once, on the server: a prop never changes after its first value.
      compilerOptions: { warningFilter: (warning) => warning.code !== 'state_referenced_locally' },
    }),
  ],
});
