// Where the path of an alignment may run: for each row a stretch of columns, so that no full matrix is ever made.

/**
 * Positions between lines: row i (0 to the number of Vietnamese lines) and column j (0 to that of the English ones);
 * the path goes from (0, 0) to the last corner. Row i holds the columns `lows[i]` to `highs[i]`; both grow with i.
 */
export interface Corridor {
  readonly lows: Int32Array;
  readonly highs: Int32Array;
  /** Where the row's cells begin in arrays over all cells; one more entry than rows, the last is the number of cells. */
  readonly starts: Int32Array;
}

/** A corner that the path passes or nearly passes. */
export type Corner = readonly [row: number, column: number];

/** How far from its anchors the path may still run, in lines. */
const slack = 6;
/** A gap between anchors is searched wholly if its shorter side has at most so many lines. */
const wholeGap = 64;
/** Half the breadth of the stretch along the diagonal of a longer gap. */
const halfBreadth = 48;

/** The corridor along corners that grow in both directions; few or none will do, it only becomes broader. */
export function corridorAlong(corners: readonly Corner[], rows: number, columns: number): Corridor {
  const lows = new Int32Array(rows + 1).fill(columns);
  const highs = new Int32Array(rows + 1).fill(0);
  const widen = (row: number, low: number, high: number) => {
    if (row >= 0 && row <= rows) {
      lows[row] = Math.min(lows[row] ?? 0, Math.max(0, low));
      highs[row] = Math.max(highs[row] ?? 0, Math.min(columns, high));
    }
  };
  let [fromRow, fromColumn]: Corner = [0, 0];
  for (const [toRow, toColumn] of [...corners, [rows, columns] as const]) {
    const height = toRow - fromRow;
    const width = toColumn - fromColumn;
    if (Math.min(height, width) <= wholeGap) {
      for (let row = fromRow - slack; row <= toRow + slack; row += 1) {
        widen(row, fromColumn - slack, toColumn + slack);
      }
    } else {
      for (let row = fromRow - slack; row <= toRow + slack; row += 1) {
        const before = fromColumn + ((row - 1 - fromRow) * width) / height;
        const after = fromColumn + ((row + 1 - fromRow) * width) / height;
        widen(row, Math.floor(before) - halfBreadth, Math.ceil(after) + halfBreadth);
      }
    }
    [fromRow, fromColumn] = [toRow, toColumn];
  }
  return corridorOf(lows, highs, columns);
}

/** Makes both bounds grow with the row, joins every row to the next, and counts the cells. */
export function corridorOf(lows: Int32Array, highs: Int32Array, columns: number): Corridor {
  const rows = lows.length - 1;
  lows[0] = 0;
  highs[rows] = columns;
  for (let row = 1; row <= rows; row += 1) {
    highs[row] = Math.max(highs[row] ?? 0, highs[row - 1] ?? 0);
  }
  for (let row = rows - 1; row >= 0; row -= 1) {
    lows[row] = Math.min(lows[row] ?? 0, lows[row + 1] ?? 0);
  }
  for (let row = rows; row > 0; row -= 1) {
    lows[row] = Math.min(lows[row] ?? 0, highs[row - 1] ?? 0);
  }
  const starts = new Int32Array(rows + 2);
  for (let row = 0; row <= rows; row += 1) {
    starts[row + 1] = (starts[row] ?? 0) + (highs[row] ?? 0) - (lows[row] ?? 0) + 1;
  }
  return { lows, highs, starts };
}
