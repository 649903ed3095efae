package org.example.fleet;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.Versions;
import io.github.homelab4j.stacks.infraapps.AppsCluster;
import io.github.homelab4j.stacks.infraapps.InfraAppsPlan;
import io.github.homelab4j.stacks.infraapps.InfraCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** infra-apps with one pin that follows the revision: what an owner does between two runs. */
public final class ChangedHome extends Homelab {
  private static final String PIN =
      """
      charts:
        metrics-server: https://kubernetes-sigs.github.io/metrics-server/metrics-server:3.14.%s
      """;

  /** The homelab at the revision of {@link Fleet#REVISION}. */
  public ChangedHome() {
    this(new InfraAppsPlan());
  }

  private ChangedHome(InfraAppsPlan plan) {
    super(plan, versions(Integer.getInteger(Fleet.REVISION, 0)));
    var infra = new InfraCluster(this, plan);
    new AppsCluster(this, plan, infra.exports());
  }

  private static Versions versions(int revision) {
    try {
      var file = Files.createTempFile("versions", ".yaml");
      try {
        return Versions.defaults().with(Files.writeString(file, PIN.formatted(revision)));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
