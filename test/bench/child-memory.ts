// The memory of this process's children, where the system tells.
import { readdirSync, readFileSync } from 'node:fs';

/** The highest resident set that any child running now has had so far, in MB; null where there is no /proc. */
export function peakChildMegabytes(): number | null {
  try {
    const children = readdirSync('/proc/self/task').flatMap((thread) =>
      readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    const peaks = children.map((pid) => {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
    });
    return Math.max(0, ...peaks) / 1024;
  } catch {
    return null;
  }
}
