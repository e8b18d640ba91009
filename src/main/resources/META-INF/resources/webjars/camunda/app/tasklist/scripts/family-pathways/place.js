/** The address of something of the product outside Tasklist, for example `families`. */
export function place(path) {
  return new URL(`../../../../../${path}`, import.meta.url).href;
}
