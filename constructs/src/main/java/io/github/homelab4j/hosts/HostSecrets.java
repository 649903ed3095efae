package io.github.homelab4j.hosts;

import io.github.homelab4j.core.StoreKeyRef;
import java.util.Locale;

/** Where Ansible puts secret values into files of machines. */
final class HostSecrets {
  private HostSecrets() {}

  /** The variable of Ansible that has the value: item and property of the store in snake case. */
  static String variable(StoreKeyRef value) {
    return (value.item().item() + "_" + value.key())
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_");
  }

  /** The place for the value, as {@code {{ minio_longhorn_secret_access_key }}}. */
  static String placeholder(StoreKeyRef value) {
    return "{{ %s }}".formatted(variable(value));
  }
}
