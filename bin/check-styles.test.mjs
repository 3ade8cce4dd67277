import { expect, test } from "vitest";
import { styleProblems } from "./check-styles.mjs";

const LAYOUT = { path: "app/layout.tsx", text: 'import "./globals.css";' };
const UI_SHEET = { path: "components/ui/ui-sheet.ts", text: 'import "./card.module.css";' };

/** The violations of one component with its module, next to a layout with the global stylesheet. */
function breaches({ component, module, globals = "" }) {
  return styleProblems(
    [
      LAYOUT,
      UI_SHEET,
      { path: "components/ui/card.tsx", text: `import styles from "./card.module.css";\n${component}` },
    ],
    [
      { path: "app/globals.css", text: globals },
      { path: "components/ui/card.module.css", text: module },
    ],
  ).problems;
}

const CARD = "export const Card = () => <p className={styles.card} />;";

test("a component and a module that match have no violation", () => {
  expect(breaches({ component: CARD, module: ".card { margin: 0; }" })).toEqual([]);
});

test("a class that the component doesn't render is a violation", () => {
  expect(breaches({ component: CARD, module: ".card { margin: 0; } .title { margin: 0; }" })).toEqual([
    "components/ui/card.module.css: .title is a class that nothing renders",
  ]);
});

test("a class chosen at run time may be any of its module", () => {
  const component = "export const Card = ({ tone }) => <p className={styles[tone]} />;";
  expect(breaches({ component, module: ".bad { margin: 0; } .good { margin: 0; }" })).toEqual([]);
});

test("a class that the module lacks is a violation", () => {
  expect(
    breaches({
      component: `${CARD}\nexport const Title = () => <b className={styles.title} />;`,
      module: ".card { margin: 0; }",
    }),
  ).toEqual(["components/ui/card.tsx: components/ui/card.module.css has no class .title"]);
});

test("a global class that nothing renders is a violation, one from a library isn't", () => {
  const globals = ".muted { color: gray; } .ProseMirror, .lucide { margin: 0; }";
  expect(breaches({ component: CARD, module: ".card { margin: 0; }", globals })).toEqual([
    ".muted is a global class that nothing renders",
  ]);
});

test.each([
  'const Tone = () => <Card tone="muted" title="muted text" />;',
  'const Tone = ({ tone }) => <p className={tone === "muted" ? styles.card : undefined} />;',
])("a global class that is only a word elsewhere isn't rendered: %s", (component) => {
  const globals = ".muted { color: gray; }";
  expect(breaches({ component: `${CARD} ${component}`, module: ".card { margin: 0; }", globals })).toEqual([
    ".muted is a global class that nothing renders",
  ]);
});

test.each([
  'const Note = () => <p className="muted" />;',
  'const Note = ({ isOld }) => <Box nameClassName={cx(styles.card, isOld && "muted")} />;',
  'const note = { className: isOld ? styles.card : "muted" };',
  'note.className = "muted";',
])("a global class is rendered by an attribute, cx, a field or an assignment: %s", (component) => {
  const text = `${CARD} ${component}`;
  expect(breaches({ component: text, module: ".card { margin: 0; }", globals: ".muted { color: gray; }" })).toEqual([]);
  expect(breaches({ component: text, module: ".card { margin: 0; }" })).toEqual([
    'components/ui/card.tsx: "muted" isn\'t a global class. Use a class of a module.',
  ]);
});

test("a module that names a global class which doesn't exist is a violation", () => {
  expect(breaches({ component: CARD, module: ".card :global(.muted) { margin: 0; }" })).toEqual([
    "components/ui/card.module.css: :global(.muted) isn't a global class",
  ]);
});

test("a stylesheet that nothing imports is a violation", () => {
  const { problems } = styleProblems(
    [LAYOUT],
    [
      { path: "app/globals.css", text: '@import "./base.css" layer(base);' },
      { path: "app/base.css", text: "" },
      { path: "app/left.css", text: "" },
    ],
  );
  expect(problems).toEqual(["app/left.css: nothing imports this stylesheet"]);
});

test("a stylesheet of ui that is imported for its order only is a violation, and so is one without an order", () => {
  const { problems } = styleProblems(
    [UI_SHEET],
    [
      { path: "components/ui/card.module.css", text: "" },
      { path: "components/ui/lists/rows.module.css", text: "" },
    ],
  );
  expect(problems).toEqual([
    "components/ui/card.module.css: nothing imports this stylesheet",
    "components/ui/lists/rows.module.css: nothing imports this stylesheet",
    "components/ui/lists/rows.module.css: components/ui/ui-sheet.ts lacks this stylesheet",
  ]);
});

test("a name of two letters and an abbreviation are violations", () => {
  const component = "export const Card = () => <p className={cx(styles.ok, styles.btn)} />;";
  expect(breaches({ component, module: ".ok { margin: 0; } .btn { margin: 0; }" })).toEqual([
    "components/ui/card.module.css: .ok doesn't name what it styles. Write out the word.",
    "components/ui/card.module.css: .btn doesn't name what it styles. Write out the word.",
  ]);
});

test("a selector made of a class of a module is a violation", () => {
  const selector = `\`.$\{styles.card} button\``;
  const component = `export const Card = () => <p className={styles.card} ref={(p) => p?.querySelector(${selector})} />;`;
  expect(breaches({ component, module: ".card { margin: 0; }" })).toEqual([
    "components/ui/card.tsx: a selector contains styles.card. Use a ref or an attribute.",
  ]);
});

test("class names of modules aren't counted as global", () => {
  const { globals } = styleProblems(
    [],
    [
      { path: "app/globals.css", text: ".muted { color: gray; }" },
      { path: "components/ui/card.module.css", text: ".card { margin: 0; }" },
    ],
  );
  expect([...globals]).toEqual(["muted"]);
});
