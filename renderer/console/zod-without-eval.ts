import * as z from 'zod';

/** Imported before every schema: zod compiles its parsers with `new Function`, which the console's CSP forbids. */
z.config({ jitless: true });
