package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;

/** A template of a place for a secret, and nothing else, once it is filled. */
final class SecretChecker implements FileChecker {
  @Override
  public String how() {
    return "one line, a variable and nothing else";
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    return file.text().matches("stand-in-of-[a-z0-9_]+\n")
        ? List.of()
        : List.of("it holds something else than the place of a secret");
  }

  @Override
  public Sample sample() {
    return new Sample(
        "etc/rancher/k3s/token",
        "stand-in-of-k3s_token\n",
        "hunter2\n",
        "something else than the place of a secret");
  }
}
