// Compares the program's own tokenizer with SentencePiece: node training/check-tokenizer.mjs FOLDER LINES.json
// LINES.json holds [text, ids without the end piece, text of these ids] for each line; exits 1 where one differs.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AutoTokenizer, env, LogLevel } from '@xenova/transformers';

const shownAtMost = 20;

env.allowRemoteModels = false;
env.logLevel = LogLevel.NONE;
const [folder, file] = process.argv.slice(2);
if (folder === undefined || file === undefined) {
  throw new Error('usage: check-tokenizer.mjs FOLDER LINES.json');
}
const tokenizer = await AutoTokenizer.from_pretrained(resolve(folder), { local_files_only: true });
const lines = JSON.parse(readFileSync(file, 'utf8'));
const end = tokenizer.eos_token_id;

let differing = 0;
for (const [text, wanted, decoded] of lines) {
  const ids = tokenizer.encode(text);
  const raw = wanted.length === 0 ? '' : tokenizer.decode(wanted, { skip_special_tokens: true });
  // The program closes up spaces too.
  const said = raw.replace(/\s+/gu, ' ').trim();
  const same = ids.at(-1) === end && JSON.stringify(ids.slice(0, -1)) === JSON.stringify(wanted);
  if (!same || said !== decoded) {
    differing += 1;
    if (differing <= shownAtMost) {
      process.stdout.write(`${JSON.stringify({ text, ids, wanted, said, decoded })}\n`);
    }
  }
}
process.stdout.write(`${lines.length} lines, ${differing} read differently by the program\n`);
process.exitCode = differing === 0 && lines.length > 0 ? 0 : 1;
