"use client";

import { useKeys } from "#components/ui/keys/use-keys.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { type EditField, useEditLayer } from "./edit-context.ts";
import { FIELD_KEYS } from "./field-keys.ts";

/** O D S P open the editors of the one action on the page. */
export function useActionKeys(item: ActionItem | undefined): void {
  const { edit } = useEditLayer();
  const run = (field: EditField) => () => {
    const anchor = document.querySelector<HTMLElement>(`[data-field="${field}"]`);
    if (item && anchor) edit(field, [item], anchor);
  };
  useKeys(FIELD_KEYS.map(({ keys, field, label }) => ({ keys, label, group: "Change", run: run(field) })));
}
