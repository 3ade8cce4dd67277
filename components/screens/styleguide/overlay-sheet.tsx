import { Bell, CalendarDays, CircleDashed, Link2, Split, Trash2, User } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { BulkBar } from "#components/ui/lists/bulk-bar.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { DialogActions, StillDialog } from "#components/ui/overlays/dialog.tsx";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/overlays/menu.tsx";
import { Popover } from "#components/ui/overlays/popover.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { FramedPalette } from "#components/ui/palette/palette.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { PALETTE } from "./palette-samples.tsx";
import { PeekSpecimen } from "./peek-specimen.tsx";
import { Specimen, StateLine } from "./specimen.tsx";
import styles from "./styleguide.module.css";

/** Menus, popovers, dialogs and toasts. */
export function OverlaySheet() {
  const [asking, setAsking] = useState(false);
  const [selected, setSelected] = useState(3);
  return (
    <>
      <Specimen title="Menu, popover, tooltip">
        <StateLine name="Opens">
          <Menu trigger={<Button>Menu</Button>}>
            <MenuItem icon={<Link2 size={14} />} keys="mod+l">
              Copy link
            </MenuItem>
            <MenuItem icon={<Split size={14} />}>Split in two</MenuItem>
            <MenuSeparator />
            <MenuItem icon={<Trash2 size={14} />} danger>
              Delete
            </MenuItem>
          </Menu>
          <Popover label="Evidence E9" trigger={<Button>Popover</Button>}>
            <p className={cx(textStyles.prose, styles.quote)}>
              Data directory removed on db1, the primary, in the belief it was db2.
            </p>
          </Popover>
          <Tooltip label="Assign owner" keys="o">
            <Button>Tooltip</Button>
          </Tooltip>
        </StateLine>
      </Specimen>
      <Specimen title="Dialog" note="only for actions that can't be undone">
        <StillDialog>
          <h3 className={styles.title}>Publish to 214 people?</h3>
          <p className={textStyles.secondary}>
            The forum notice goes to everyone who follows GitLab.com and cannot be recalled.
          </p>
          <DialogActions>
            <Button kind="ghost">Cancel</Button>
            <Button kind="primary" onClick={() => setAsking(true)}>
              Publish
            </Button>
          </DialogActions>
        </StillDialog>
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title="Publish to 214 people?"
          description="The forum notice goes to everyone who follows GitLab.com and cannot be recalled."
          confirmLabel="Publish"
          onConfirm={() => {
            setAsking(false);
            toastDone("INC-142 published to the forum", { action: { label: "Open", run: () => setAsking(false) } });
          }}
        />
      </Specimen>
      <Specimen title="Toasts" note="Undo for 8 seconds, errors stay">
        <StateLine name="Shows">
          <Button onClick={() => toastDone("3 actions moved to Fri 24 Feb", { undo: () => toastDone("Moved back") })}>
            With Undo
          </Button>
          <Button onClick={() => toastError("Couldn't set the due date. It's before the incident.")}>Error</Button>
        </StateLine>
      </Specimen>
      <Specimen title="Peek" note="next to the list, a sheet when narrow">
        <PeekSpecimen />
      </Specimen>
      <Specimen title="Palette" note="cmd or ctrl and K" wide>
        <FramedPalette context="3 actions" groups={PALETTE} onRun={(item) => toastDone(item.label)} />
      </Specimen>
      <Specimen title="Bulk bar" note="keys shown, Esc clears" wide>
        <div className={cx(styles.frame, styles.bulk)}>
          <BulkBar count={selected} onClear={() => setSelected(0)}>
            <Button kind="ghost" keys="o" icon={<User size={14} />}>
              Owner
            </Button>
            <Button kind="ghost" keys="d" icon={<CalendarDays size={14} />}>
              Due
            </Button>
            <Button kind="ghost" keys="s" icon={<CircleDashed size={14} />}>
              Status
            </Button>
            <Button kind="ghost" keys="n" icon={<Bell size={14} />}>
              Nudge
            </Button>
          </BulkBar>
          {selected === 0 ? <Button onClick={() => setSelected(3)}>Select three</Button> : null}
        </div>
      </Specimen>
    </>
  );
}
