// `npm start`: installs and builds what is missing, then serves.
import { build, install, run } from './tools.mjs';

install();
build();
run(['--no-warnings', 'server.ts'], { ipc: true, env: { NODE_ENV: 'production' } });
