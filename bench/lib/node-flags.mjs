import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../bin/run.mjs";

const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** What `npm start` gives to Node. */
export const NODE_FLAGS = scripts.start.match(/--[\w-]+=\S+/g) ?? [];
