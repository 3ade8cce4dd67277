"use client";

import { Copy, Ellipsis, House, Link2, Pencil, Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { copyText } from "#components/ui/fields/copy-text.ts";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/overlays/menu.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { SavedView } from "#lib/contract/saved-view.ts";
import { hrefOf } from "./href-of.ts";
import type { Views } from "./use-views.ts";
import { ViewDialog } from "./view-dialog.tsx";
import styles from "./view-menu.module.css";

interface ViewMenuProps {
  views: Views;
  /** The saved view that is shown, if one is. */
  current: SavedView | undefined;
  /** The query string of the Actions page as it is shown. */
  query: string;
}

/** Commands for the view that is shown: save it, share it, make it the default, remove it. */
export function ViewMenu({ views, current, query }: ViewMenuProps) {
  const [dialog, setDialog] = useState<"new" | "copy" | "change" | null>(null);
  const router = useRouter();
  const isFirst = current !== undefined && current.id === views.defaultId;
  const copy = async () => {
    if (await copyText(window.location.href)) toastDone("Address copied");
    else toastError("Couldn't copy the address. Copy it from the address bar.");
  };
  const remove = (view: SavedView) => {
    void views.change(view, { removed: true }, `${view.name} removed`);
    router.push("/actions?view=open");
  };
  return (
    <>
      <Menu align="end" trigger={<BareIconButton label="View" icon={<Ellipsis size={16} />} />}>
        <MenuItem icon={<Plus size={14} />} onSelect={() => setDialog("new")}>
          Save as a new view
        </MenuItem>
        <MenuItem icon={<Link2 size={14} />} onSelect={() => void copy()}>
          Copy address
        </MenuItem>
        {current ? (
          <>
            <MenuItem icon={<Copy size={14} />} onSelect={() => setDialog("copy")}>
              Make a copy
            </MenuItem>
            <MenuSeparator />
            <MenuItem icon={<House size={14} />} onSelect={() => void views.setDefault(isFirst ? null : current.id)}>
              {isFirst ? "Remove as default view" : "Make default view"}
            </MenuItem>
            {current.abilities.edit ? (
              <>
                <MenuItem icon={<Pencil size={14} />} onSelect={() => setDialog("change")}>
                  Rename or share view
                </MenuItem>
                <MenuItem icon={<Trash2 size={14} />} danger onSelect={() => remove(current)}>
                  Remove view
                </MenuItem>
              </>
            ) : null}
          </>
        ) : null}
      </Menu>
      {dialog ? (
        <ViewDialog
          view={dialog === "change" ? current : undefined}
          name={dialog === "copy" ? `${current?.name} copy` : ""}
          query={dialog === "copy" ? (current?.query ?? query) : query}
          onSaved={(view) => {
            views.again();
            toastDone(`${view.name} saved`);
            router.push(hrefOf(view));
          }}
          onChange={(view, change) => views.change(view, change, "View changed")}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </>
  );
}

/** Says that a saved view is shown with changes, and saves or discards them. */
export function UnsavedChanges({ views, current, query }: Omit<ViewMenuProps, "current"> & { current: SavedView }) {
  const router = useRouter();
  return (
    <div className={styles.unsaved}>
      <p role="status">Unsaved changes</p>
      <Button kind="ghost" onClick={() => router.push(hrefOf(current))}>
        Discard changes
      </Button>
      {current.abilities.edit ? (
        <Button onClick={() => void views.change(current, { query }, `${current.name} saved`)}>
          Save “{current.name}”
        </Button>
      ) : null}
    </div>
  );
}
