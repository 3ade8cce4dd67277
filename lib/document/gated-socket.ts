import { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { isPing, PING } from "./socket-protocol.ts";

/** Decides about a frame that is about to be sent. False drops it. */
export type FrameGate = (frame: Uint8Array, isOpen: boolean) => boolean;

const OPEN = 1;
const LOST = 4408;

/** The provider's socket, with a check of every frame that is actually sent. */
export class GatedSocket extends HocuspocusProviderWebsocket {
  gate: FrameGate = () => true;
  /** Called when the server has answered `ask`. */
  onAnswer: () => void = () => undefined;

  get isOpen(): boolean {
    return this.webSocket?.readyState === OPEN;
  }

  override send(frame: unknown): void {
    if (frame instanceof Uint8Array && !this.gate(frame, this.isOpen)) return;
    super.send(frame);
  }

  /** Asks the server for a sign of life. */
  ask(): void {
    if (this.isOpen) this.send(PING);
  }

  override onMessage(event: MessageEvent): void {
    if (isPing(new Uint8Array(event.data))) this.onAnswer();
    else super.onMessage(event);
  }

  /** Treats the connection as lost without waiting for the other end. A new one follows. */
  drop(reason: string): void {
    if (this.webSocket) this.emit("close", { event: { code: LOST, reason } });
  }
}
