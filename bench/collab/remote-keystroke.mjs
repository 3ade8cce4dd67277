import { EditorState, TextSelection } from "@tiptap/pm/state";
import * as ours from "@tiptap/y-tiptap";
import * as published from "y-tiptap-published";
import * as Y from "yjs";
import { editorSchema } from "../../lib/document/schema.ts";
import { figure, interleave } from "../lib/figures.mjs";
import { median, round } from "../lib/statistics.mjs";

const PAGES = 60;
const PARAGRAPHS_PER_PAGE = 8;
const KEYS = 400;
const WORDS = "The deploy reached production and checkout errors rose because a pool was exhausted. ";

/** What a colleague's keystroke costs in the tab: binding and editor state, without drawing. */
export async function measureRemoteKeystroke() {
  for (const binding of [ours, published]) keystroke(binding); // compiles both
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

/** Median milliseconds of one remote letter, each in another paragraph, beside a caret that waits. */
function keystroke(binding) {
  const colleague = binding.prosemirrorJSONToYDoc(editorSchema(), pages(), "text");
  const mine = new Y.Doc();
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(colleague), "remote");
  const view = new View(mine.getXmlFragment("text"), binding);
  const updates = [];
  colleague.on("update", (update) => updates.push(update));
  const blocks = colleague.getXmlFragment("text");
  const times = [];
  for (let key = 0; key < KEYS; key++) {
    blocks
      .get((key * 7) % blocks.length)
      .get(0)
      .insert(10, "x");
    const begun = performance.now();
    Y.applyUpdate(mine, updates.pop(), "remote");
    times.push(performance.now() - begun);
  }
  if (!view.state.doc.textContent.includes("The deployx")) throw new Error("the letters did not arrive");
  return median(times.slice(KEYS / 4));
}

function pages() {
  const content = Array.from({ length: PAGES * PARAGRAPHS_PER_PAGE }, (_, index) => ({
    type: "paragraph",
    attrs: { id: `b${index}` },
    content: [{ type: "text", text: WORDS.repeat(5) }],
  }));
  return { type: "doc", content };
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
