// Runs a TypeScript file of the project on the project's own Node.
import { install, run } from './tools.mjs';

install();
run(['--no-warnings', ...process.argv.slice(2)]);
