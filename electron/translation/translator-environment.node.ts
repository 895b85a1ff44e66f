// What the translator's process is given of the reader's environment, whatever kind of process it is.

/** What a process needs to run and to load libraries at all; tokens, proxies and Node's options stay behind. */
const passedOn = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];

/**
 * Options of V8 for the translator's process. Young objects are few there and live for a step; left alone V8 keeps 150 MB
 * for them after some hundred sentences. In MB.
 */
export const translatorOptions = ['--max-semi-space-size=4'];

/** The environment variables for the translator's process: those that are set of a short list. */
export function translatorEnvironment(): Record<string, string> {
  return Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
