/** The months' names as English writes them, January first. */
export const englishMonths =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
