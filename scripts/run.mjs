/** `node scripts/run.mjs NAME [ARGUMENTS]`: installs and builds where needed, then runs the program `scripts/NAME.ts`. */
import { prepare } from './prepare.mjs';

const [name] = process.argv.splice(2, 1);
// Measurements of pages open a browser, with a package that running the system does without.
await prepare({ developmentTools: name === 'bench' });
await import(`../dist/scripts/${name}.js`);
