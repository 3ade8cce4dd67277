import type { WebSocket } from "ws";

const BURST_SECONDS = 4;

export interface ThrottleLimits {
  framesPerSecond: number;
  bytesPerSecond: number;
}

/** Slows down a socket that sends too much, by not reading from it for a while, so nothing piles up in memory. */
export class Throttle {
  private frames: number;
  private bytes: number;
  private at = performance.now();

  constructor(private readonly limits: ThrottleLimits) {
    this.frames = limits.framesPerSecond * BURST_SECONDS;
    this.bytes = limits.bytesPerSecond * BURST_SECONDS;
  }

  /** Counts a frame and returns for how many milliseconds the sender must wait. */
  take(frameBytes: number, now = performance.now()): number {
    this.refill(now);
    this.frames -= 1;
    this.bytes -= frameBytes;
    return this.waitMs();
  }

  /** Counts a frame, and pauses the socket until it is within its limit again. */
  apply(socket: WebSocket, frameBytes: number): void {
    const waitMs = this.take(frameBytes);
    if (waitMs === 0 || socket.isPaused) return;
    socket.pause();
    this.resumeLater(socket, waitMs);
  }

  // Frames that had arrived before the pause still count, so check again before reading on.
  private resumeLater(socket: WebSocket, waitMs: number): void {
    const timer = setTimeout(() => {
      this.refill(performance.now());
      const moreMs = this.waitMs();
      if (moreMs > 0) this.resumeLater(socket, moreMs);
      else socket.resume();
    }, waitMs);
    timer.unref();
  }

  private refill(now: number): void {
    const { framesPerSecond, bytesPerSecond } = this.limits;
    const seconds = (now - this.at) / 1000;
    this.at = now;
    this.frames = Math.min(framesPerSecond * BURST_SECONDS, this.frames + seconds * framesPerSecond);
    this.bytes = Math.min(bytesPerSecond * BURST_SECONDS, this.bytes + seconds * bytesPerSecond);
  }

  private waitMs(): number {
    const { framesPerSecond, bytesPerSecond } = this.limits;
    const seconds = Math.max(0, -this.frames / framesPerSecond, -this.bytes / bytesPerSecond);
    // Less than a microsecond is a rounding error.
    return Math.max(0, Math.ceil(1000 * seconds - 0.001));
  }
}
