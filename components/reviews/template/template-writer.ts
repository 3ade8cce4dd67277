import type { Template } from "#lib/contract/template.ts";
import type { TemplateContent } from "#lib/reviews/template/template.ts";

export interface TemplateChange {
  name?: string;
  archived?: boolean;
  /** Null discards it. */
  draft?: TemplateContent | null;
}

type Send = (change: TemplateChange & { version: number }) => Promise<Template>;

/** Returns the content that is edited: the draft, or the newest version while there is none. */
export const editedContent = ({ draft, content }: Template): TemplateContent | null => draft ?? content;

/** Sends the changes of a template one after another, each with the version that the one before it resulted in. */
export function createTemplateWriter(first: Template, send: Send) {
  let known = first;
  let stored = editedContent(first);
  let shown = stored;
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = (run: () => Promise<Template>): Promise<Template> => {
    const mine = turn.catch(() => undefined).then(run);
    turn = mine;
    return mine;
  };
  const update = async (change: TemplateChange) => {
    known = await send({ ...change, version: known.version });
    return known;
  };
  const rebase = (template: Template) => {
    known = template;
    stored = editedContent(template);
  };
  const isUnsaved = () => shown !== stored;

  return {
    /** Returns the shown content, saved or not. */
    shown: () => shown,
    isUnsaved,
    show(content: TemplateContent | null) {
      shown = content;
    },
    /** Continues from a row that was read. Ignored if it is older, or while something isn't saved. */
    read(template: Template) {
      if (isUnsaved() || template.version < known.version) return;
      rebase(template);
      shown = stored;
    },
    /** Continues from a newer row. What is shown stays, and replaces that row's draft when it is saved. */
    rebase,
    /** Saves the content that is shown when its turn comes. Sends nothing if it is already saved. */
    save: () =>
      inTurn(async () => {
        const sent = shown;
        if (sent === stored) return known;
        const saved = await update({ draft: sent });
        stored = sent;
        return saved;
      }),
    update: (change: TemplateChange) => inTurn(() => update(change)),
    /** Discards the draft, and what isn't saved of it. */
    discard: () =>
      inTurn(async () => {
        shown = stored;
        rebase(await update({ draft: null }));
        shown = stored;
        return known;
      }),
  };
}
