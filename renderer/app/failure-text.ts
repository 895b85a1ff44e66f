// The sentence that tells a reader of a failure.
import type { TFunction } from 'i18next';
import type { Failure } from '../../electron/contract/result.ts';

export function failureText(t: TFunction, { code, params }: Failure): string {
  return t(`failures.${code}`, { replace: params });
}
