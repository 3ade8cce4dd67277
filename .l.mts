import { readdirSync, readFileSync } from "node:fs";
import { join, basename } from "node:path";
import { parseSource } from "#importers/open/parse-source.ts";
import { readLabels } from "#importers/testing/truth/labels.ts";
import { compareKinds } from "#importers/testing/truth/labels.ts";
const folder=process.argv[2]!;
const files = readdirSync(folder,{recursive:true,encoding:"utf8"});
for (const n of readdirSync(join(folder,"labels")).sort()) {
  const labels=readLabels(join(folder,"labels",n)); const path=files.find(f=>basename(f)===labels.source)!;
  const {events}=parseSource({filename:labels.source,bytes:readFileSync(join(folder,path))}, labels.zoneStated?{}:{zone:"UTC"});
  const t=compareKinds(events,labels);
  for (const m of t.missed) if (!t.wrong.includes(m)) console.log(n.slice(0,12),"MISS",m.slice(0,300));
  for (const m of t.wrong) console.log(n.slice(0,12),"WRONG",m.slice(0,300));
}
