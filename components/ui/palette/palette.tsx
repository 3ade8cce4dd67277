"use client";
import { Command } from "cmdk";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useState } from "react";
import { BareIconButton } from "../icon-button.tsx";
import { Kbd } from "../keys/kbd.tsx";
import { KeyScope } from "../keys/key-scope.tsx";
import { Chip } from "../labels/chip.tsx";
import overlay from "../overlay.module.css";
import { useReturnFocus } from "../overlays/use-return-focus.ts";
import textStyles from "../roles/text.module.css";
import { filterGroups, markFound, type PaletteGroup, type PaletteItem } from "./filter-groups.ts";
import styles from "./palette.module.css";

type PaletteRowProps = { item: PaletteItem; query: string; onSelect: () => void };

function PaletteRow({ item, query, onSelect }: PaletteRowProps) {
  return (
    <Command.Item className={styles.item} value={item.id} disabled={item.disabled ?? false} onSelect={onSelect}>
      <span className={styles.icon}>{item.icon}</span>
      <span className={textStyles.truncated}>
        <Marked text={item.label} query={query} />
        {item.detail ? (
          <span className={styles.detail}>
            {" "}
            <Marked text={item.detail} query={query} />
          </span>
        ) : null}
      </span>
      <span className={styles.right}>
        {item.right}
        {item.keys ? <Kbd keys={item.keys} /> : null}
      </span>
    </Command.Item>
  );
}

function Marked({ text, query }: { text: string; query: string }) {
  return markFound(text, query).map((part) => (part.found ? <b key={part.at}>{part.text}</b> : part.text));
}

type PaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The target of the commands: "3 actions". Shown first in the field. */
  context?: string | undefined;
  /** Commands of the page and the selection, filtered by the typed text, before anything else. */
  commands?: readonly PaletteGroup[] | undefined;
  /** Local commands and pages, filtered by the typed text. */
  groups: readonly PaletteGroup[];
  /** Results from the server, shown as they are, before `groups`. */
  results?: readonly PaletteGroup[] | undefined;
  searching?: boolean | undefined;
  onQueryChange?: ((query: string) => void) | undefined;
  onRun: (item: PaletteItem, how: { beside: boolean }) => void;
};

/** Search and commands in one dialog. Arrows choose, Enter runs, Cmd or Ctrl and Enter opens it next to the list. */
export function Palette({ open, onOpenChange, ...frame }: PaletteProps) {
  const returnFocus = useReturnFocus(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlay.scrim} />
        <Radix.Content {...returnFocus} className={styles.palette} aria-describedby={undefined}>
          <Radix.Title className={textStyles.visuallyHidden}>Search or jump</Radix.Title>
          <KeyScope>
            <PaletteFrame {...frame} onClose={() => onOpenChange(false)} />
          </KeyScope>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type FrameProps = Omit<PaletteProps, "open" | "onOpenChange"> & { onClose?: (() => void) | undefined };

/** The palette within a page, as the styleguide shows it. */
export function FramedPalette(props: FrameProps) {
  return (
    <div className={styles.palette} data-framed>
      <PaletteFrame {...props} />
    </div>
  );
}

function PaletteFrame(props: FrameProps) {
  const { context, commands = [], groups, results = [], searching, onQueryChange, onRun, onClose } = props;
  const [query, setQuery] = useState("");
  const [beside, setBeside] = useState(false);
  const type = (text: string) => {
    setQuery(text);
    onQueryChange?.(text.trim());
  };
  const shown = [...filterGroups(commands, query), ...results, ...filterGroups(groups, query)];
  return (
    <Command
      label="Search or jump"
      shouldFilter={false}
      loop
      onKeyDownCapture={(event) => setBeside(event.metaKey || event.ctrlKey)}
    >
      <div className={styles.query}>
        {context ? <Chip className={styles.context}>{context}</Chip> : null}
        <Command.Input value={query} onValueChange={type} placeholder="Search or jump" />
        <span className={styles.escape}>
          <Kbd keys="Esc" />
        </span>
        <BareIconButton className={styles.close} label="Close" icon={<X />} onClick={onClose} />
      </div>
      <Command.List className={styles.list} label="Results">
        {shown.map((group) => (
          <Command.Group key={group.heading} heading={group.heading}>
            {group.items.map((item) => (
              <PaletteRow key={item.id} item={item} query={query} onSelect={() => onRun(item, { beside })} />
            ))}
          </Command.Group>
        ))}
        {searching ? <Command.Loading className={styles.waiting}>Searching</Command.Loading> : null}
        {shown.length === 0 && !searching ? (
          <Command.Empty className={styles.nothing}>No results for “{query}”</Command.Empty>
        ) : null}
      </Command.List>
      <PaletteFoot />
    </Command>
  );
}

function PaletteFoot() {
  return (
    <footer className={styles.foot} aria-hidden="true">
      <span>
        <Kbd keys="ArrowUp ArrowDown" /> choose
      </span>
      <span>
        <Kbd keys="Enter" /> run
      </span>
      <span>
        <Kbd keys="mod+Enter" /> open in the peek
      </span>
    </footer>
  );
}
