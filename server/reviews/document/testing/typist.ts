import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { TestClient } from "./test-client.ts";

type Edit = { kind: "insert" | "delete"; token: string };

/** Someone who types without pause and remembers every edit, and how many of them the tab showed as saved. */
export class Typist {
  readonly client: TestClient;
  private readonly edits: Edit[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly name: string,
    origin: string,
    documentId: string,
  ) {
    this.client = new TestClient({ origin, documentId, userId: randomUUID() });
  }

  start(editsPerSecond: number): void {
    const next = () => {
      this.edit();
      this.timer = setTimeout(next, (1000 / editsPerSecond) * (0.4 + 1.2 * Math.random()));
    };
    next();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Edits that the tab shows as saved: all but the last `unsavedEdits`. */
  shownAsSaved(): Edit[] {
    return this.edits.slice(0, this.edits.length - this.client.connection.status().unsavedEdits);
  }

  /** Tokens that are missing from `text`, or in it although they were deleted. */
  lostIn(text: string, saved: Edit[]): string[] {
    const deleted = new Set(this.edits.filter((edit) => edit.kind === "delete").map((edit) => edit.token));
    return saved
      .filter(({ kind, token }) =>
        kind === "insert" ? !deleted.has(token) && !text.includes(token) : text.includes(token),
      )
      .map(({ kind, token }) => `${kind} ${token}`);
  }

  private edit(): void {
    const old = Math.random() < 0.15 ? this.tokenToDelete() : undefined;
    if (old && this.erase(old)) {
      this.edits.push({ kind: "delete", token: old });
      return;
    }
    const token = `[${this.name}.${this.edits.length}]`;
    this.client.type(token);
    this.edits.push({ kind: "insert", token });
  }

  private tokenToDelete(): string | undefined {
    const deleted = new Set(this.edits.filter((edit) => edit.kind === "delete").map((edit) => edit.token));
    const mine = this.shownAsSaved().filter((edit) => edit.kind === "insert" && !deleted.has(edit.token));
    return mine[Math.floor(Math.random() * mine.length)]?.token;
  }

  private erase(token: string): boolean {
    const fragment = this.client.document.getXmlFragment(TEXT_FRAGMENT);
    const paragraph = fragment.get(fragment.length - 1);
    const texts =
      paragraph instanceof Y.XmlElement ? paragraph.toArray().filter((node) => node instanceof Y.XmlText) : [];
    for (const text of texts) {
      const at = text.toString().indexOf(token);
      if (at < 0) continue;
      text.delete(at, token.length);
      return true;
    }
    return false;
  }
}
