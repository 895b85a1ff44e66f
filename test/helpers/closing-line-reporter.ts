// Ends a run with one plain line, `N passed, N failed, N skipped`, that any program can read.
import type { Reporter, TestModule } from 'vitest/node';

export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      if (module.state() === 'failed' && [...module.children.allTests('failed')].length === 0) {
        count.failed += 1; // the file itself did not load, or a hook failed
      }
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== 'pending') {
          count[state] += 1;
        }
      }
    }
    process.stdout.write(
      `\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`,
    );
  }
}
