package io.github.homelab4j.synth;

import io.github.homelab4j.render.RenderedFiles;

/**
 * What runs of one process keep for those after them, so that only what changed is made again; what
 * comes out is the same without. It holds texts and trees, and nothing of the homelabs they were
 * made of. One run at a time may use it.
 */
public final class Memory {
  private final RenderedFiles rendered;

  private Memory(RenderedFiles rendered) {
    this.rendered = rendered;
  }

  /** One that keeps what it can. */
  public static Memory keeping() {
    return new Memory(RenderedFiles.keeping());
  }

  /** One that keeps nothing, for a single run. */
  public static Memory none() {
    return new Memory(RenderedFiles.none());
  }

  RenderedFiles rendered() {
    return rendered;
  }
}
