// What a test says about the computer that the double pretends to run on.

export interface DoubleOptions {
  /** BCP 47 tags, the first preferred. */
  readonly languages: readonly string[];
  /** The free areas of the displays, the main one first. */
  readonly displays: readonly Area[];
  readonly dark: boolean;
  /** Chromium's executable. */
  readonly chromium: string;
  readonly chromiumFlags: readonly string[];
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The environment variable that carries them, as JSON. */
export const optionsVariable = 'ELECTRON_DOUBLE';

/** In the double's own process. */
export function readOptions(): DoubleOptions {
  return JSON.parse(process.env[optionsVariable] ?? '{}') as DoubleOptions;
}
