// Run as a process of its own: takes a data folder's lock and edits without end; one line out for each edit saved.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createHistoryService } from '../../electron/history/service.node.ts';
import { openDatabase } from '../../electron/storage/database.node.ts';
import { lockFolder } from '../../electron/storage/lock.node.ts';
import { makeLink, makeNote } from './edit-world.ts';
import { unwrap } from './unwrap.ts';

const [folder = '', start = '0'] = process.argv.slice(2);
unwrap(lockFolder(folder));
const database = unwrap(openDatabase(join(folder, 'workspace.sqlite')));
const history = createHistoryService({ database, emit: () => undefined });

for (let number = Number(start); ; number += 1) {
  // A note on every link, so that a half-written group would show.
  const link = makeLink(number, [0, 1], [0, 1, 2]);
  const note = makeNote(number, {
    targets: [{ type: 'link', linkId: link.id }, ...makeNote(number).targets],
    text: 'x'.repeat(2000),
  });
  const saved = await history['history.apply']({
    label: 'link',
    edits: [
      { type: 'link.add', link },
      { type: 'annotation.add', annotation: note },
    ],
  });
  unwrap(saved);
  writeSync(1, `${number}\n`);
}
