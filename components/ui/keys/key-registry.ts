export type KeyBinding = {
  /** "mod+k", "g h", "?", "Esc", "Space", "shift+ArrowUp". Ctrl and Cmd are both "mod". */
  readonly keys: string;
  readonly label: string;
  /** Heading in the keyboard map. */
  readonly group: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Also active while a text field has the focus. */
  readonly whileTyping?: boolean | undefined;
  /** Called at the key press. False leaves the key to the browser. */
  readonly when?: ((event: KeyboardEvent) => boolean) | undefined;
  /** Also active while a dialog is open that it isn't inside. */
  readonly everywhere?: boolean | undefined;
  /** Of the whole app: an equal key of a page takes precedence, whichever was registered first. */
  readonly yields?: boolean | undefined;
  /** Active, but not listed in the map. */
  readonly unlisted?: boolean | undefined;
};
export type ScopedBinding = KeyBinding & { readonly scope: string | null };

export type KeyRegistry = {
  add(bindings: readonly ScopedBinding[]): () => void;
  enterScope(scope: string): () => void;
  /** Active bindings: those of the innermost open scope and global ones, in order of precedence, the last first. */
  active(): readonly ScopedBinding[];
  all(): readonly ScopedBinding[];
  subscribe(listener: () => void): () => void;
};

/** The registered keys. Dialogs and palettes open a scope that disables the page below them. */
export function createKeyRegistry(): KeyRegistry {
  let sets: (readonly ScopedBinding[])[] = [];
  let scopes: string[] = [];
  let flat: readonly ScopedBinding[] = [];
  const listeners = new Set<() => void>();
  const changed = () => {
    const all = sets.flat();
    flat = [...all.filter((one) => one.yields), ...all.filter((one) => !one.yields)];
    for (const listener of listeners) listener();
  };
  return {
    add(bindings) {
      sets = [...sets, bindings];
      changed();
      return () => {
        sets = sets.filter((one) => one !== bindings);
        changed();
      };
    },
    enterScope(scope) {
      scopes = [...scopes, scope];
      return () => {
        scopes = scopes.filter((one) => one !== scope);
      };
    },
    active: () => flat.filter((one) => one.everywhere || one.scope === (scopes.at(-1) ?? null)),
    all: () => flat,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
