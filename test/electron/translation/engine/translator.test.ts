// The translator in its own process, over the toy model: the whole engine runs for real.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { drive, root, texts, toy, toyWith } from './drive.ts';

const entry = fileURLToPath(
  new URL('../../../../electron/translation/engine/translator.node.ts', import.meta.url),
);

describe('the translator', () => {
  it('translates both ways with one model, and never tries the network', async () => {
    const { translate, messages } = drive();
    expect(texts(await translate(['Nhân dân Liên Xô vĩ đại muôn năm!']))).toEqual([
      'Human people Soviet Union grand big ten-thousand year!',
    ]);
    expect(texts(await translate(['The people love peace.'], { to: 'vi' }))).toEqual([
      'Các dân yêu hòa.',
    ]);
    expect(messages.filter(({ type }) => type === 'network-refused')).toEqual([]);
  });

  it('gives a batch of unequal lengths what each text gives alone', async () => {
    const { translate } = drive();
    const words = ['dân', 'nước', 'Liên', 'Xô', 'hòa', 'độc', 'lập', 'năm', 'và', 'của'];
    const batch = [1, 40, 3, 17, 2, 25, 9, 60, 5, 12, 31, 7, 1, 22, 4, 50, 6, 13].map(
      (length, row) =>
        Array.from({ length }, (_, index) => words[(index * 7 + row * 3) % words.length]).join(' '),
    );
    const together = texts(await translate(batch));
    const alone: string[] = [];
    for (const text of batch) {
      alone.push(...texts(await translate([text])));
    }
    expect(together).toEqual(alone);
    expect(together.map((text) => text.split(' ').length)).toEqual(
      batch.map((text) => text.split(' ').length),
    );
    expect(together.join()).not.toContain('⌧');
  });

  it('gives a decoder back what it has read of the sources', async () => {
    const { translate } = drive();
    const folder = toyWith('cached', { encoderCache: true });
    const batch = ['dân', 'Nhân dân Liên Xô vĩ đại muôn năm!', 'hòa bình và độc lập'];
    expect(texts(await translate(batch, { folder }))).toEqual(texts(await translate(batch)));
  });

  it('reads a model anew whose files are others', async () => {
    const { translate } = drive();
    const folder = toyWith('replaced', {});
    const ask = (version: string) =>
      translate(['Nhân dân Liên Xô vĩ đại muôn năm!'], { folder, version });
    const first = texts(await ask('first'));
    toyWith('replaced', { looping: true });
    expect(texts(await ask('first'))).toEqual(first);
    expect(texts(await ask('second'))).not.toEqual(first);
  });

  it('takes of what it could say what leads back to the source, where a channel is named', async () => {
    const { translate } = drive();
    const folder = toyWith('confused', { confused: { says: 'people', for: 'peace' } });
    const sources = ['hòa', 'Liên Xô vĩ đại', 'hòa và năm', ''];
    const others = ['Soviet Union grand big', ''];
    expect(texts(await translate(sources, { folder }))).toEqual([
      'people',
      others[0],
      'people and year',
      others[1],
    ]);
    const channel = toyWith('channel', { directions: 'en-vi' });
    const right = ['peace', others[0], 'peace and year', others[1]];
    expect(texts(await translate(sources, { folder, channel }))).toEqual(right);
    // A model of both directions may be its own, and one that reads less decides of what it can read.
    expect(texts(await translate(['hòa'], { folder, channel: toy }))).toEqual(['peace']);
    const short = toyWith('short', { directions: 'en-vi', maxLength: 4 });
    expect(texts(await translate(['hòa', 'hòa và năm hòa'], { folder, channel: short }))).toEqual([
      'peace',
      'people and year people',
    ]);
  });

  it('does without a channel that cannot be loaded', async () => {
    const { translate } = drive();
    const folder = toyWith('confused', { confused: { says: 'people', for: 'peace' } });
    const broken = toyWith('broken-channel', { directions: 'en-vi' });
    truncateSync(join(broken, 'onnx/decoder_model_merged_quantized.onnx'), 300);
    for (const channel of [join(root, 'nowhere'), broken]) {
      expect(texts(await translate(['hòa'], { folder, channel }))).toEqual(['people']);
    }
    expect(texts(await translate(['hòa'], { folder, channel: toy }))).toEqual(['peace']);
  });

  it('cuts a sentence that is longer than usual where it pauses, and says so', async () => {
    const { translate } = drive();
    const folder = toyWith('usual', { usualLength: 8 });
    const [cut, whole] = await translate(
      ['hòa và năm, dân và nước, Mr. dân và năm', 'hòa và năm và dân và nước và năm và dân'],
      { folder },
    );
    expect(cut).toMatchObject({ split: true });
    expect(whole).toMatchObject({ split: false });
  });

  it('uses a one-way model without asking for a language', async () => {
    const { translate } = drive();
    const folder = toyWith('opus-mt-en-vi', { directions: 'en-vi' });
    expect(texts(await translate(['peace and friendship'], { folder, to: 'vi' }))).toEqual([
      'hòa và tình',
    ]);
  });

  it('takes graphs of another precision where the quantised are not there', async () => {
    const { translate } = drive();
    const folder = toyWith('plain', { suffix: '' });
    expect(texts(await translate(['hòa'], { folder }))).toEqual(['peace']);
  });

  it('gives every odd line one line', async () => {
    const { translate } = drive();
    const odd = {
      '': '',
      '   \t ': '',
      '😀 … 1948!': '😀 … 1948!',
      'nước\u0000 \u0007dân\u001b': 'country people',
      'nước \ud800 dân': 'country people',
      'nước\ndân\r\nhòa': 'country people peace',
      'n\u01b0\u01a1\u0301c': 'country',
      '>>vie<< nước </s> dân <pad>': '> >vie<< country < /s> people < pad>',
      中文: '中文',
      '<b> nước </b>': '<b> country </b>',
      '\u200bnước\ufeff': 'country',
    };
    expect(texts(await translate(Object.keys(odd)))).toEqual(Object.values(odd));
  });

  it('cuts what is too long for the model, drops nothing, and says so', async () => {
    const { translate } = drive();
    const folder = toyWith('narrow', { maxLength: 24 });
    const clause = 'nước và dân yêu hòa, độc lập và tự do;';
    const long = Array.from({ length: 12 }, () => clause).join(' ');
    const [short, cut] = await translate(['nước và dân.', long], { folder });
    expect(short).toMatchObject({ text: 'country and people.', split: false });
    expect(cut).toMatchObject({ split: true });
    const [whole] = texts(await translate([clause]));
    expect(texts([cut])).toEqual([Array.from({ length: 12 }, () => whole).join(' ')]);
  });

  it('takes lines of ten thousand characters, with and without spaces', async () => {
    const { translate } = drive();
    const spaced = 'nước và '.repeat(1_250).trim();
    const [words, unbroken, emoji] = await translate([
      spaced,
      'ư'.repeat(10_000),
      '😀x'.repeat(5_000),
    ]);
    expect(texts([words])[0]).toBe('country and '.repeat(1_250).trim());
    expect(texts([unbroken])[0]?.replaceAll(' ', '')).toBe('ư'.repeat(10_000));
    expect(emoji).toMatchObject({ split: true });
  });

  it('cuts a model short that says the same again and again', async () => {
    const { translate } = drive();
    const folder = toyWith('looping', { looping: true });
    expect(texts(await translate(['nước và dân yêu hòa'], { folder }))).toEqual([
      'country and people […]',
    ]);
  });

  it('lets a text repeat itself that does so in the source', async () => {
    const { translate } = drive();
    const cheers = 'muôn năm! '.repeat(9).trim();
    expect(texts(await translate([cheers]))).toEqual(['ten-thousand year! '.repeat(9).trim()]);
  });

  it('stops between two tokens when told to, and goes on with the next request', async () => {
    const { translate, send, messages, until } = drive();
    const folder = toyWith('slow', { slowness: 40 });
    const short = Array.from({ length: 32 }, () => 'nước');
    const texts200 = [...short, 'hòa '.repeat(200)];
    send({
      type: 'translate',
      requestId: 9_001,
      folder,
      version: '',
      channel: null,
      from: 'vi',
      to: 'en',
      texts: texts200,
    });
    const done = () =>
      messages.flatMap((one) => (one.type === 'translated' ? one.results : [])).length;
    await until(() => done() === 32);
    send({ type: 'cancel', requestId: 9_001 });
    await until(() => messages.some(({ type }) => type === 'finished'));
    expect(messages.at(-1)).toMatchObject({ requestId: 9_001, outcome: 'cancelled' });
    expect(done()).toBe(32);
    expect(texts(await translate(['dân'], { folder }))).toEqual(['people']);
  });

  it('says why a model cannot be loaded, and lives on', async () => {
    const { translate, messages } = drive();
    const broken = toyWith('broken', {});
    truncateSync(join(broken, 'onnx/encoder_model_quantized.onnx'), 1_000);
    await translate(['nước'], { folder: broken });
    expect(messages.at(-1)).toMatchObject({ type: 'refused' });
    await translate(['nước'], { folder: join(root, 'nowhere') });
    expect(messages.at(-1)).toMatchObject({ type: 'refused' });
    expect(texts(await translate(['nước']))).toEqual(['country']);
  });

  it('passes over what is no message', async () => {
    const { send, translate } = drive();
    for (const damaged of [null, 7, 'translate', {}, { type: 'translate' }, { type: 'x' }]) {
      send(damaged);
    }
    expect(texts(await translate(['nước']))).toEqual(['country']);
  });

  it('ends with an exit code when a rejection is heeded by nobody', async () => {
    const child = fork(entry, {
      execArgv: [
        '--import',
        'data:text/javascript,setTimeout(() => Promise.reject(new Error("nobody")), 100)',
      ],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const [code] = await once(child, 'exit');
    expect(code).toBe(70);
  });

  it('ends when its parent is gone', async () => {
    const script = `
      const { fork } = await import('node:child_process');
      const child = fork(${JSON.stringify(entry)}, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      child.on('message', () => console.log(child.pid));
      child.send({ type: 'unload', requestId: 1 });
      setInterval(() => undefined, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(parent.stdout, 'data');
    const pid = Number(String(line));
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    while (isAlive(pid)) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(isAlive(pid)).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // no such process
  }
}
