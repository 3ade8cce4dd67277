import { CLOSE } from "#lib/document/socket-protocol.ts";
import type { Authenticate, CollabLogger, SocketSession } from "./session.ts";

export interface SocketFilter {
  userId?: string;
  sessionId?: string;
  reviewId?: string;
  documentId?: string;
}

interface AccessChangesOptions {
  sessions: ReadonlySet<SocketSession>;
  authenticate: Authenticate;
  logger: CollabLogger;
}

const CHECKS_AT_ONCE = 8;

/** Applies changes of access to open sockets: at once when announced, and by regular checks. */
export class AccessChanges {
  epoch = 0;

  constructor(private readonly options: AccessChangesOptions) {}

  /** Closes all sockets of a person: signed out everywhere, or deactivated. */
  closeUser(userId: string): void {
    this.end({ userId }, CLOSE.signedOut, "signed out");
  }

  /** Closes the sockets of one session. */
  closeSession(sessionId: string): void {
    this.end({ sessionId }, CLOSE.signedOut, "signed out");
  }

  /** Closes all sockets of a review. */
  closeReview(reviewId: string): void {
    this.end({ reviewId }, CLOSE.noAccess, "no access");
  }

  /** Decides again for the matching sockets (all, if nothing is given). Resolves when every one is settled. */
  async recheck(filter: SocketFilter = {}): Promise<void> {
    this.epoch++;
    const waiting = this.matching(filter);
    const worker = async () => {
      for (let session = waiting.pop(); session; session = waiting.pop()) await this.check(session);
    };
    await Promise.all(Array.from({ length: CHECKS_AT_ONCE }, worker));
  }

  private async check(session: SocketSession): Promise<void> {
    const check = ++session.checks;
    try {
      const decision = await this.options.authenticate(session.headers, session.documentId);
      if (check === session.checks && !session.revoked) session.decided(decision);
    } catch (error) {
      // An unreachable database removes no one's text. The next check decides.
      this.options.logger.warn({ err: error, documentId: session.documentId }, "could not check access again");
    }
  }

  private end(filter: SocketFilter, code: number, reason: string): void {
    this.epoch++;
    for (const session of this.matching(filter)) session.end(code, reason);
  }

  private matching(filter: SocketFilter): SocketSession[] {
    return [...this.options.sessions].filter(({ identity, documentId }) => {
      if (!identity) return false;
      const { userId, sessionId, reviewId } = identity;
      const actual = { userId, sessionId, reviewId, documentId };
      return Object.entries(filter).every(([name, wanted]) => actual[name as keyof SocketFilter] === wanted);
    });
  }
}
