import { expect, test } from "vitest";
import { folderCircles, roomCircles } from "./check-layers.mjs";

const module = (source, ...imports) => ({ source, dependencies: imports.map((resolved) => ({ resolved })) });

test("folders that import each other through different files are a circle", () => {
  const modules = [
    module("server/people/team/list.ts", "server/people/member/index.ts"),
    module("server/people/member/index.ts", "server/people/member/get.ts"),
    module("server/people/member/get.ts", "server/people/team/present.ts"),
  ];
  expect(roomCircles(modules)).toEqual([["server/people/member", "server/people/team"]]);
});

test("a longer way round is found, and an area without nouns counts as one folder", () => {
  const modules = [
    module("lib/document/schema.ts", "lib/base/text/plain.ts"),
    module("lib/base/text/plain.ts", "lib/base/time/zone.ts"),
    module("lib/base/time/zone.ts", "lib/document/marks.ts"),
    module("lib/document/marks.ts", "lib/document/schema.ts"),
  ];
  expect(roomCircles(modules)).toEqual([["lib/base/text", "lib/base/time", "lib/document"]]);
});

test("one direction, tests, stylesheets and files outside the layers aren't a circle", () => {
  const modules = [
    module("server/people/team/list.ts", "server/people/member/index.ts"),
    module("server/people/member/get.test.ts", "server/people/team/list.ts"),
    module("server/testing/world.ts", "server/people/team/list.ts"),
    module("app/layout.tsx", "components/ui/button.tsx"),
    module("components/ui/ui-sheet.ts", "components/ui/lists/table.module.css"),
    module("components/ui/lists/table.tsx", "components/ui/ui-sheet.ts"),
  ];
  expect(roomCircles(modules)).toEqual([]);
});

test("a folder and its own subfolder that import each other are a circle", () => {
  const modules = [
    module("lib/document/schema.ts", "lib/document/nodes/callout.ts"),
    module("lib/document/nodes/callout.ts", "lib/document/attribute.ts"),
    module("lib/document/attribute.ts"),
  ];
  expect(roomCircles(modules)).toEqual([]);
  expect(folderCircles(modules)).toEqual([["lib/document", "lib/document/nodes"]]);
});
