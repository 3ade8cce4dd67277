import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const ENCODINGS = [
  { end: ".br", compress: promisify(brotliCompress), options: { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } } },
  { end: ".gz", compress: promisify(gzip), options: { level: 9 } },
];

/**
 * Writes scripts, styles and other text in `folder` a second and third time, as server/http/web/static-files.ts sends
 * them.
 */
export async function compressFiles(folder) {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((one) => /\.(css|js|json|svg)$/.test(one))) {
    const content = await readFile(join(folder, name));
    const written = ENCODINGS.map(async ({ end, compress, options }) =>
      writeFile(join(folder, name + end), await compress(content, options)),
    );
    await Promise.all(written);
  }
}
