/** The key at the end of an address: INC-3, REV-2. */
export function keyIn(url: string): string {
  const key = /(INC|REV|ACT|SC)-\d+/.exec(url)?.[0];
  if (!key) throw new Error(`no record stands in ${url}`);
  return key;
}
