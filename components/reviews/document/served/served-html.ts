import { renderToHTMLString } from "@tiptap/static-renderer/pm/html-string";
import * as Y from "yjs";
import { stringAttr } from "#lib/document/document-json.ts";
import { storedJson } from "#lib/document/from-yjs.ts";
import { givenText, type SentText } from "#lib/document/given-text.ts";
import { editorExtensions } from "#lib/document/schema.ts";
import { recordWords } from "#lib/document/text.ts";

/** Made once, for the first page. */
let extensions: ReturnType<typeof editorExtensions> | undefined;
const KEPT = 'contenteditable="false"';
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
/** Their records come later. An atom of the text has one place in it, whatever it shows. */
const place = (name: string) => () => `<div ${KEPT} data-served="${name}"></div>`;

/**
 * Returns the text that comes with a page as HTML, everything that is proposed included, so its places are those of the
 * editor. Empty if there is none. Only the server calls this.
 */
export function servedHtml(sent: SentText | undefined, documentId: string): string {
  const given = givenText(sent, documentId);
  if (!given) return "";
  const document = new Y.Doc();
  try {
    Y.applyUpdate(document, given.state);
    extensions ??= editorExtensions();
    return renderToHTMLString({
      content: storedJson(document),
      extensions,
      options: {
        nodeMapping: {
          eventChip: () => `<span ${KEPT} data-served="chip"></span>`,
          recordChip: ({ node }) => {
            const { noun, key } = node.attrs;
            return `<span ${KEPT} data-served="chip">${escaped(recordWords(String(noun), String(key)))}</span>`;
          },
          personMention: ({ node }) =>
            `<span ${KEPT} data-person-mention>@${escaped(stringAttr({ type: "", attrs: node.attrs }, "label") ?? "")}</span>`,
          liveBlock: place("block"),
          guidance: place("questions"),
          picture: place("picture"),
          linkCard: place("card"),
        },
      },
    });
  } catch {
    return ""; // it comes over the socket, where what can't be read is told
  } finally {
    document.destroy();
  }
}
