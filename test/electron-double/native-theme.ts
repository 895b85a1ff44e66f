// `nativeTheme`: as dark as the test says.
import { readOptions } from './options.ts';

export const nativeTheme = { shouldUseDarkColors: readOptions().dark, themeSource: 'system' };
