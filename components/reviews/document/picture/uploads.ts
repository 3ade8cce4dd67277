import type { Node, NodeType, ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { StoredPicture } from "#lib/contract/picture.ts";
import { fetchPicture, sendPicture } from "./send-picture.ts";
import { UploadCard } from "./upload-card.ts";

/** A picture on its way, and where it will be. Only this tab has it. */
interface Upload {
  card: UploadCard;
  at: number;
}

type Change = (uploads: readonly Upload[]) => readonly Upload[];

const key = new PluginKey<readonly Upload[]>("pictureUploads");

const pictureType = (view: EditorView): NodeType => {
  const type = view.state.schema.nodes.picture;
  if (!type) throw new Error("the schema has no pictures");
  return type;
};

/** The first place for a block at or after a position. Inside a line, that is below the line. */
function placeAfter($at: ResolvedPos, type: NodeType): number {
  for (let depth = $at.depth; depth >= 0; depth--) {
    const index = $at.indexAfter(depth);
    if ($at.node(depth).canReplaceWith(index, index, type)) return depth === $at.depth ? $at.pos : $at.after(depth + 1);
  }
  return $at.doc.content.size;
}

const isEmptyLine = (node: Node | null | undefined) => node?.type.name === "paragraph" && node.content.size === 0;

export interface GivenPicture {
  /** A file, or an address on another site. */
  picture: File | string;
  /** Where it goes in the text. */
  at: number;
}

/** Sends pictures, and puts each into the text once it is stored. */
export function addPictures(view: EditorView, reviewKey: string, given: readonly GivenPicture[]): void {
  const type = pictureType(view);
  const added = given.map(({ picture, at }) => ({
    ...{ picture, card: new UploadCard(picture) },
    at: placeAfter(view.state.doc.resolve(at), type),
  }));
  change(view, (uploads) => [...uploads, ...added]);
  for (const { picture, card } of added) void send(view, reviewKey, picture, card);
}

const change = (view: EditorView, make: Change) => view.dispatch(view.state.tr.setMeta(key, make));
const without =
  (card: UploadCard): Change =>
  (uploads) =>
    uploads.filter((upload) => upload.card !== card);

async function send(view: EditorView, reviewKey: string, picture: File | string, card: UploadCard): Promise<void> {
  const leave = () => {
    change(view, without(card));
    view.focus();
  };
  const sending =
    typeof picture === "string"
      ? fetchPicture(reviewKey, picture)
      : sendPicture(reviewKey, picture, (share) => card.showProgress(share));
  card.showSending(() => {
    sending.cancel();
    leave();
  });
  try {
    const stored = await sending.done;
    if (view.isDestroyed) return;
    if (!view.editable) throw new Error("You can't write in this review now.");
    insert(view, card, stored);
  } catch (error) {
    const problem = error instanceof Error ? error.message : "Something went wrong.";
    card.showProblem(problem, () => void send(view, reviewKey, picture, card), leave);
  }
}

/** An empty line above gives way. Pictures of one drop come in the order in which they are stored. */
function insert(view: EditorView, card: UploadCard, { id, width, height }: StoredPicture): void {
  const upload = key.getState(view.state)?.find((one) => one.card === card);
  if (!upload) return;
  const { tr, doc } = view.state;
  const type = pictureType(view);
  const picture = type.create({ pictureId: id, pixelWidth: width, pixelHeight: height });
  const at = placeAfter(doc.resolve(upload.at), type);
  const { nodeBefore } = doc.resolve(at);
  const from = isEmptyLine(nodeBefore) ? at - (nodeBefore?.nodeSize ?? 0) : at;
  view.dispatch(tr.replaceWith(from, at, picture).setMeta(key, without(card)));
}

const hasUploads = (state: EditorState) => (key.getState(state)?.length ?? 0) > 0;
const warn = (event: BeforeUnloadEvent) => event.preventDefault();

/** The same listener is added once, however often. */
function warnWhile(isSending: boolean): void {
  if (isSending) window.addEventListener("beforeunload", warn);
  else window.removeEventListener("beforeunload", warn);
}

/** Shows pictures on their way in the text, where only this tab sees them, and warns before the tab closes. */
export const pictureUploads = (): Plugin<readonly Upload[]> =>
  new Plugin<readonly Upload[]>({
    key,
    state: {
      init: () => [],
      apply: (transaction, uploads) => {
        const made: Change | undefined = transaction.getMeta(key);
        const moved = transaction.docChanged
          ? uploads.map((upload) => ({ ...upload, at: transaction.mapping.map(upload.at) }))
          : uploads;
        return made ? made(moved) : moved;
      },
    },
    props: {
      decorations: (state) =>
        DecorationSet.create(
          state.doc,
          (key.getState(state) ?? []).map(({ card, at }) =>
            Decoration.widget(at, card.dom, { key: card.id, side: -1, stopEvent: () => true }),
          ),
        ),
    },
    view({ state }) {
      // The editor makes this again with each new plugin, even in the middle of an upload.
      warnWhile(hasUploads(state));
      return {
        update: ({ state: now }) => warnWhile(hasUploads(now)),
        destroy: () => warnWhile(false),
      };
    },
  });
