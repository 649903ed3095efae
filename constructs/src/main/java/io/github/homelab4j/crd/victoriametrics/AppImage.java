package io.github.homelab4j.crd.victoriametrics;

import io.github.homelab4j.unit.ImageRef;

/**
 * An image as the operator takes it.
 *
 * @param repository registry and path
 * @param tag the tag
 */
public record AppImage(String repository, String tag) {
  /** A pinned image. */
  public static AppImage of(ImageRef image) {
    return new AppImage(image.registry() + "/" + image.repository(), image.tag());
  }
}
