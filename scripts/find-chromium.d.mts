/** The path of a Chromium: `CHROMIUM_PATH`, else the first on `PATH`; `null` where there is none. */
export function findChromium(environment?: NodeJS.ProcessEnv): string | null;
