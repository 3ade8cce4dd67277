import { expect, it } from "vitest";
import { fileFault } from "./limits.ts";

const MB = 1024 * 1024;

it.each([
  [0, undefined, "This file is empty. Choose another file."],
  [1, undefined, undefined],
  [10 * MB, undefined, undefined],
  [10 * MB + 1, undefined, "This file has 10.1 MB. The limit is 10 MB. Add a link to it instead."],
  [11 * MB, undefined, "This file has 11 MB. The limit is 10 MB. Add a link to it instead."],
  [3 * MB, 2 * MB, "This file has 3 MB. The limit is 2 MB. Add a link to it instead."],
])("returns why a file of %i bytes can't be evidence, at a limit of %s", (bytes, limit, fault) =>
  expect(fileFault(bytes, limit)).toBe(fault),
);
