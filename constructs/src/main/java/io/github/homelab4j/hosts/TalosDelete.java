package io.github.homelab4j.hosts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Takes away what {@code talosctl gen config} has put there. */
record TalosDelete(@JsonProperty("$patch") String patch) {
  static final TalosDelete IT = new TalosDelete("delete");
}
