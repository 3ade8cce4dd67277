"use client";

import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { Button } from "../button.tsx";
import { ErrorState } from "./error-state.tsx";

/** A component whose script is loaded when it is first shown, or in advance by `preload`. */
export class Later<Props extends object> {
  known: ComponentType<Props> | null = null;
  readonly #load: () => Promise<ComponentType<Props>>;

  constructor(load: () => Promise<ComponentType<Props>>) {
    this.#load = load;
  }

  async read(): Promise<ComponentType<Props>> {
    this.known ??= await this.#load();
    return this.known;
  }

  /** A failure is left to the component that is shown later. */
  preload(): void {
    void this.read().catch(() => undefined);
  }
}

interface LaterPartProps<Props extends object> {
  of: Later<Props>;
  props: Props;
  loading?: ReactNode;
  /** Shown without a connection where no button can be reached. The next showing loads it again. */
  lost?: ReactNode;
}

/** Shows a component that is loaded later. Without a connection it says so, and the page around it stays. */
export function LaterPart<Props extends object>({ of, props, loading = null, lost }: LaterPartProps<Props>) {
  const [Part, setPart] = useState(() => of.known);
  const [tries, setTries] = useState(1);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    let isHere = tries > 0;
    setLost(false);
    of.read().then(
      (part) => isHere && setPart(() => part),
      () => isHere && setLost(true),
    );
    return () => {
      isHere = false;
    };
  }, [of, tries]);
  if (Part) return <Part {...props} />;
  if (!isLost) return loading;
  if (lost) return lost;
  return (
    <ErrorState
      title="Couldn't load this part"
      next="Check your connection. The rest of the page still works."
      action={<Button onClick={() => setTries(tries + 1)}>Try again</Button>}
    />
  );
}
