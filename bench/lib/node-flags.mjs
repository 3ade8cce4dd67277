import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../bin/run.mjs";

const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** The flags that `npm start` passes to Node. */
export const NODE_FLAGS = scripts.start.match(/--[\w-]+=\S+/g) ?? [];
