import type { WebSocket } from "ws";

const BURST_SECONDS = 4;
const MAX_PAUSE_MS = 5_000;

export interface ThrottleLimits {
  framesPerSecond: number;
  bytesPerSecond: number;
}

/** Slows a socket down that sends too much, by not reading from it for a while: nothing piles up in memory. */
export class Throttle {
  private frames: number;
  private bytes: number;
  private at = performance.now();

  constructor(private readonly limits: ThrottleLimits) {
    this.frames = limits.framesPerSecond * BURST_SECONDS;
    this.bytes = limits.bytesPerSecond * BURST_SECONDS;
  }

  /** Counts a frame and answers for how many milliseconds the sender must wait. */
  take(frameBytes: number, now = performance.now()): number {
    const { framesPerSecond, bytesPerSecond } = this.limits;
    const seconds = (now - this.at) / 1000;
    this.at = now;
    this.frames = Math.min(framesPerSecond * BURST_SECONDS, this.frames + seconds * framesPerSecond) - 1;
    this.bytes = Math.min(bytesPerSecond * BURST_SECONDS, this.bytes + seconds * bytesPerSecond) - frameBytes;
    const waitSeconds = Math.max(0, -this.frames / framesPerSecond, -this.bytes / bytesPerSecond);
    return Math.min(MAX_PAUSE_MS, Math.ceil(waitSeconds * 1000));
  }

  /** Pauses the socket when this frame was one too many. */
  apply(socket: WebSocket, frameBytes: number): void {
    const waitMs = this.take(frameBytes);
    if (waitMs === 0 || socket.isPaused) return;
    socket.pause();
    setTimeout(() => socket.resume(), waitMs).unref();
  }
}
