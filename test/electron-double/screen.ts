// `screen`: the displays that the test says there are.
import { readOptions } from './options.ts';

const displays = readOptions().displays.map((workArea, index) => ({
  id: index + 1,
  bounds: workArea,
  workArea,
  scaleFactor: 1,
}));

export const screen = {
  getAllDisplays: () => displays,
  getPrimaryDisplay: () => displays[0],
};
