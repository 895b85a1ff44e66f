// Stands in for `sharp`: transformers.js imports it at once, for models of images, of which this program has none. The
// real one is 20 MB of native code, some of it under the LGPL, and 75 ms of every start of the translator.

/** Throws: nothing here has to do with images. */
// biome-ignore lint/style/noDefaultExport: it is imported so
export default function sharp() {
  throw new Error('images are not read here');
}
