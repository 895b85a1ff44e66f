// What comes with the program may be passed on with it: its licences are those that docs/dependencies.md allows.
import { expect, test } from 'vitest';
import lock from '../../package-lock.json' with { type: 'json' };

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

/** OFL-1.1 is for typefaces. */
const allowed = ['0BSD', 'Apache-2.0', 'BSD-3-Clause', 'ISC', 'MIT', 'MPL-2.0', 'OFL-1.1'];

test('no package that ships has a licence with other terms', () => {
  const shipped = Object.entries<LockedPackage>(lock.packages).filter(
    ([path, { dev, link }]) => path !== '' && dev !== true && link !== true,
  );
  expect(shipped.length).toBeGreaterThan(20);
  const others = shipped.filter(
    ([, { license = 'none' }]) =>
      !license.split(/\s+OR\s+|[()]/).some((choice) => allowed.includes(choice)),
  );
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});
