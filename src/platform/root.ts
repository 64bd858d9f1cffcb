import { fileURLToPath } from 'node:url';

/** The package's own folder: the same from `src/` under test and from `dist/` in use. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
