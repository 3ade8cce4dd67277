import { EditorState } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { afterEach, expect, it, vi } from "vitest";
import { editorSchema } from "#lib/document/schema.ts";
import { pictureUploads } from "./uploads.ts";

afterEach(() => vi.unstubAllGlobals());

it("warns before the tab closes while a picture is on its way, even after the editor was made again", () => {
  const page = new EventTarget();
  vi.stubGlobal("window", page);
  const warns = () => !page.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  const plugin = pictureUploads();
  const idle = EditorState.create({ schema: editorSchema(), plugins: [plugin] });
  const sending = idle.apply(idle.tr.setMeta(plugin, () => [{ card: {}, at: 0 }]));
  const show = (state: EditorState) => plugin.spec.view?.({ state } as EditorView);
  const first = show(idle);
  expect(warns()).toBe(false);
  first?.update?.({ state: sending } as EditorView, idle);
  expect(warns()).toBe(true);
  first?.destroy?.();
  expect(warns()).toBe(false);
  const second = show(sending);
  expect(warns()).toBe(true);
  second?.update?.({ state: idle } as EditorView, sending);
  expect(warns()).toBe(false);
});
