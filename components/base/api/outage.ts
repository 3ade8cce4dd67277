import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";

type Outage = "server" | "database";

const WORDS: Record<Outage, string> = {
  server: "No response from the server. This page may be out of date. Keep it open: what you typed stays.",
  database: "The database doesn't respond. This page may be out of date. Keep it open: what you typed stays.",
};

/** A page that is being left loses its connections too, and must not say so. */
const GRACE_MS = 1000;
const PATIENCE_MS = 3000;
const AGAIN_MS = 2000;
const FAULT = 500;

/** Returns what doesn't respond. Null if all is well, or if a proxy hides the address that tells. */
async function findOutage(): Promise<Outage | null> {
  try {
    const answer = await fetch("/readyz", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
    const told: unknown = await answer.json().catch(() => null);
    if (typeof told !== "object" || told === null) return answer.status < FAULT ? null : "server";
    if ("database" in told && told.database === "failing") return "database";
    return "state" in told && told.state !== "ready" ? "server" : null;
  } catch {
    return "server";
  }
}

const waiting = new Set<() => void>();

/** Calls `listener` whenever an outage is over, until the returned function is called. */
export function onConnectedAgain(listener: () => void): () => void {
  waiting.add(listener);
  return () => void waiting.delete(listener);
}

export interface OutageWatch {
  /** Finds out whether something is wrong, and shows it until it is over. */
  suspect(): void;
  stop(): void;
}

/** Shows on every page that the server or its database doesn't respond. Calls `onBack` once they do again. */
export function watchOutage(onBack: () => void): OutageWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let shown: Outage | null = null;
  let close: () => void = () => undefined;
  const show = (outage: Outage | null) => {
    if (outage === shown) return;
    close();
    if (outage) close = toastError(WORDS[outage], undefined, { isOfPage: true });
    shown = outage;
  };
  const look = async () => {
    const outage = await findOutage();
    if (isStopped) return;
    timer = outage ? setTimeout(look, AGAIN_MS) : undefined;
    const isOver = shown !== null && outage === null;
    show(outage);
    if (!isOver) return;
    toastDone("Connected again");
    onBack();
    for (const listener of waiting) listener();
  };
  return {
    suspect() {
      timer ??= setTimeout(look, GRACE_MS);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      close();
    },
  };
}
