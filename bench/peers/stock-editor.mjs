// The peer of bench:pages in the browser: Tiptap as its manual sets it up for writing together.
import { HocuspocusProvider } from "@hocuspocus/provider";
import { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { TableKit } from "@tiptap/extension-table";
import { StarterKit } from "@tiptap/starter-kit";
import * as Y from "yjs";

const asked = new URLSearchParams(location.search);
const document_ = new Y.Doc();
const provider = new HocuspocusProvider({ url: asked.get("url"), name: asked.get("name"), document: document_ });
provider.on("synced", () => {
  new Editor({
    element: document.querySelector("main"),
    extensions: [
      StarterKit.configure({ undoRedo: false }),
      TableKit,
      Collaboration.configure({ document: document_ }),
      CollaborationCaret.configure({ provider, user: { name: asked.get("user"), color: "#0f5f4b" } }),
    ],
  });
});
