import { EditorState, TextSelection } from "@tiptap/pm/state";
import * as ours from "@tiptap/y-tiptap";
import * as published from "y-tiptap-published";
import * as Y from "yjs";
import { editorSchema } from "../../lib/document/schema.ts";
import { figure, interleave } from "../lib/figures.mjs";
import { median, round } from "../lib/statistics.mjs";

const PAGES = 60;
const KEYS = 400;
const WORDS = "The deploy reached production and checkout errors rose because a pool was exhausted. ";

/** Measures what a colleague's keystroke costs in the tab: binding and editor state, without drawing. */
export async function measureRemoteKeystroke() {
  for (const binding of [ours, published]) keystroke(binding); // Compiles both functions before measuring.
  const runs = await interleave({ ours: () => keystroke(ours), published: () => keystroke(published) });
  return figure({
    name: `a colleague's keystroke at ${PAGES} pages`,
    unit: "of what the published y-tiptap takes",
    runs: runs.ours.map((ms, index) => ms / runs.published[index]),
    limit: 0.1,
    bar: "a tenth",
    beside: { oursMs: round(median(runs.ours)), publishedMs: round(median(runs.published)) },
  });
}

/** Median milliseconds of one remote letter, each in another paragraph, while the local caret does not move. */
function keystroke(binding) {
  const colleague = binding.prosemirrorJSONToYDoc(editorSchema(), pages(), "text");
  const mine = new Y.Doc();
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(colleague), "remote");
  const view = new View(mine.getXmlFragment("text"), binding);
  const updates = [];
  colleague.on("update", (update) => updates.push(update));
  const blocks = colleague.getXmlFragment("text").toArray();
  const lines = blocks.filter(({ nodeName }) => nodeName === "paragraph").map((block) => block.get(0));
  const times = [];
  for (let key = 0; key < KEYS; key++) {
    lines[(key * 7) % lines.length].insert(10, "x");
    const started = performance.now();
    Y.applyUpdate(mine, updates.pop(), "remote");
    times.push(performance.now() - started);
  }
  if (!view.state.doc.textContent.includes("The deployx")) throw new Error("the letters did not arrive");
  return median(times.slice(KEYS / 4));
}

/** Content like that of reviews: headings, paragraphs with marks, lists, tables. */
function pages() {
  let id = 0;
  const line = (type, words, attrs) => ({ type, attrs: { id: `b${id++}`, ...attrs }, content: words });
  const words = (count, ...marks) => ({
    type: "text",
    text: WORDS.repeat(count),
    marks: marks.map((type) => ({ type })),
  });
  const item = () => ({ type: "listItem", content: [line("paragraph", [words(1)])] });
  const cell = () => ({ type: "tableCell", content: [line("paragraph", [words(1)])] });
  const row = () => ({ type: "tableRow", content: [cell(), cell(), cell()] });
  const page = () => [
    line("heading", [words(1)], { level: 2 }),
    ...[1, 2, 3].map(() => line("paragraph", [words(2), words(1, "bold"), words(2), words(1, "italic"), words(2)])),
    { type: "bulletList", content: [item(), item(), item(), item()] },
    { type: "table", content: [row(), row(), row()] },
  ];
  return { type: "doc", content: Array.from({ length: PAGES }, page).flat() };
}

/** An editor without a screen. */
class View {
  constructor(fragment, { ySyncPlugin, yUndoPlugin }) {
    this.state = EditorState.create({ schema: editorSchema(), plugins: [ySyncPlugin(fragment), yUndoPlugin()] });
    this.pluginViews = [];
    for (const plugin of this.state.plugins) this.pluginViews.push(plugin.spec.view?.(this));
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, 5)));
  }
  dispatch(transaction) {
    this.updateState(this.state.apply(transaction));
  }
  updateState(next) {
    const previous = this.state;
    this.state = next;
    for (const view of this.pluginViews) view?.update?.(this, previous);
  }
  hasFocus() {
    return false;
  }
}
