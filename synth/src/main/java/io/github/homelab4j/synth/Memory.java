package io.github.homelab4j.synth;

import io.github.homelab4j.render.RenderedFiles;

/**
 * What runs of one process keep for those after them, so that only what changed is made again; what
 * comes out is the same without. It holds texts and trees, and nothing of the homelabs they were
 * made of. One run at a time may use it.
 */
public final class Memory {
  private final RenderedFiles rendered;
  private final boolean frugal;

  private Memory(RenderedFiles rendered, boolean frugal) {
    this.rendered = rendered;
    this.frugal = frugal;
  }

  /** One that keeps what it can. */
  public static Memory keeping() {
    return new Memory(RenderedFiles.keeping(), false);
  }

  /**
   * One that keeps nothing, not even until the end of the run: an object that is rendered has
   * nothing in it any more. For who wants the files only.
   */
  public static Memory frugal() {
    return new Memory(RenderedFiles.none(), true);
  }

  /** One that keeps nothing, for a single run. */
  static Memory none() {
    return new Memory(RenderedFiles.none(), false);
  }

  boolean isFrugal() {
    return frugal;
  }

  RenderedFiles rendered() {
    return rendered;
  }
}
