package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Talos' own code puts the patch on a configuration and validates what comes of it. */
final class TalosPatchChecker implements FileChecker {
  static final Program PROGRAM =
      new Program("talos-check", "go -C src/test/go/talos-check install .");

  @Override
  public String how() {
    return "Talos' own merge and validation, on what `talosctl gen config` makes (`src/test/go/talos-check`)";
  }

  @Override
  public Optional<Program> program() {
    return Optional.of(PROGRAM);
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    return PROGRAM.run(file.root(), file.path()).refusal();
  }

  @Override
  public Sample sample() {
    return new Sample(
        "machine.yaml",
        """
        machine:
          type: worker
          install:
            disk: /dev/disk/by-id/ata-one
        ---
        apiVersion: v1alpha1
        kind: RawVolumeConfig
        name: one
        provisioning:
          diskSelector:
            match: '"/dev/disk/by-id/nvme-one" in disk.symlinks'
          minSize: 1GiB
        """,
        """
        machine:
          type: worker
          install:
            disk: /dev/disk/by-id/ata-one
        ---
        apiVersion: v1alpha1
        kind: RawVolumeConfig
        name: one
        provisioning:
          diskSelector:
            match: '"/dev/disk/by-id/nvme-one" in disk.links'
          minSize: 1GiB
        """,
        "undefined field 'links'");
  }
}
