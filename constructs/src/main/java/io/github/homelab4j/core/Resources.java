package io.github.homelab4j.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** What a component emits, in order. */
public final class Resources {
  private final List<HasMetadata> objects = new ArrayList<>();

  Resources() {}

  /** Adds objects. */
  public void add(HasMetadata... more) {
    Collections.addAll(objects, more);
  }

  /** Adds objects. */
  public void addAll(Collection<? extends HasMetadata> more) {
    objects.addAll(more);
  }

  List<HasMetadata> objects() {
    return objects;
  }
}
