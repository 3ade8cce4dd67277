import { expect, test } from "vitest";
import { editorProblems, folderCircles, orderProblems, ordersIn, roomCircles } from "./check-layers.mjs";

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

test("a subfolder imports only from the parts on its left in the documented order", () => {
  const orders = ordersIn("```\nserver/follow/tracker   rows, words < connectors < root\n```\nlib/  base < people\n");
  expect([...orders.keys()]).toEqual(["server/follow/tracker"]);
  const at = (path) => `server/follow/tracker/${path}`;
  const good = [
    module(at("link.ts"), at("connectors/jira.ts"), at("words/state.ts"), "server/base/log.ts"),
    module(at("connectors/jira.ts"), at("connectors/rest.ts"), at("rows/row.ts")),
    module(at("rows/row.ts"), at("rows/more/cell.ts")),
    module(at("connectors/jira.test.ts"), at("link.ts")),
  ];
  expect(orderProblems(good, orders)).toEqual([]);
  const bad = [module(at("connectors/jira.ts"), at("link.ts")), module(at("rows/row.ts"), at("words/state.ts"))];
  expect(orderProblems(bad, orders)).toHaveLength(2);
  expect(orderProblems([module(at("mail/send.ts"))], orders)).toEqual([
    "the order of server/follow/tracker in docs/architecture.md lacks mail",
  ]);
});

test("a page without a text loads no editor, except on demand", () => {
  const shell = "components/screens/shell/sign-out.tsx";
  const [list, words] = ["components/reviews/document/left.tsx", "lib/document/words.ts"];
  const yjs = { module: "yjs", resolved: "node_modules/yjs/dist/yjs.mjs" };
  const graph = (more) => [
    { source: shell, dependencies: [{ module: "./left.tsx", resolved: list }] },
    { source: list, dependencies: [{ module: "./words.ts", resolved: words, ...more }] },
    { source: words, dependencies: [yjs] },
  ];
  expect(editorProblems(graph({}))).toEqual([`${shell} loads yjs by ${words}. Import it when it is needed.`]);
  expect(editorProblems(graph({ dynamic: true }))).toEqual([]);
  expect(editorProblems(graph({ dependencyTypes: ["local", "type-only"] }))).toEqual([]);
  expect(editorProblems([{ source: "components/screens/review/page.tsx", dependencies: [yjs] }])).toEqual([]);
});
