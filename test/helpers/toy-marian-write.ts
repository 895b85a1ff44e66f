// `node test/helpers/toy-marian-write.ts FOLDER` writes the toy translation model into a folder.
import { writeToyMarian } from './toy-marian.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: node test/helpers/toy-marian-write.ts FOLDER\n');
  process.exitCode = 2;
} else {
  writeToyMarian(folder);
}
