// The files that make a model.
import { describe, expect, it } from 'vitest';
import { chooseModelFiles } from '../../../electron/translation/model-files.ts';

const texts = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
const graphs = (ending: string) => [
  `onnx/encoder_model${ending}.onnx`,
  `onnx/decoder_model_merged${ending}.onnx`,
];

describe('chooseModelFiles', () => {
  it('takes the quantised graphs before others and leaves all else', () => {
    const names = [...texts, ...graphs(''), ...graphs('_quantized'), 'vocab.json', 'README.md'];
    expect(chooseModelFiles(names)).toEqual({
      complete: true,
      chosen: {
        files: [...texts, ...graphs('_quantized')].sort(),
        papers: ['README.md'],
        precision: { encoder_model: 'q8', decoder_model_merged: 'q8' },
      },
    });
  });

  it('takes what there is, each graph by itself, with its weights', () => {
    const [encoder = '', decoder = ''] = [graphs('_fp16')[0], graphs('')[1]];
    const names = [...texts, 'generation_config.json', encoder, decoder, `${decoder}_data`];
    expect(chooseModelFiles(names)).toMatchObject({
      complete: true,
      chosen: {
        files: names.toSorted(),
        precision: { encoder_model: 'fp16', decoder_model_merged: 'fp32' },
      },
    });
  });

  it('names the first file that is missing', () => {
    const all = [...texts, ...graphs('_quantized')];
    for (const missing of all) {
      const rest = all.filter((name) => name !== missing);
      expect(chooseModelFiles(rest)).toEqual({ complete: false, missing });
    }
    // A decoder that is not merged is of no use.
    const old = [...texts, graphs('')[0] ?? '', 'onnx/decoder_model.onnx'];
    expect(chooseModelFiles(old)).toEqual({ complete: false, missing: graphs('_quantized')[1] });
  });
});
