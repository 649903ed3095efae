package io.github.homelab4j.cli;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.plan.AddressLock;
import io.github.homelab4j.synth.Memory;
import io.github.homelab4j.synth.Synthesis;
import io.github.homelab4j.synth.Synthesizer;
import io.github.homelab4j.synth.Timings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which homelabs are synthesized, and where their files are. */
final class SynthesisOption {
  @Mixin private HomelabOption homelabs;

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      defaultValue = "clusters",
      description = "The folder that holds one folder a cluster; default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(
      names = "--secrets",
      paramLabel = "<folder>",
      description =
          "The folder that holds <cluster>/*.sops.yaml: the owner's encrypted Secrets, copied as they are. Default: secrets beside --out.")
  private Path secrets;

  /** The folder that holds one folder a cluster. */
  Path out() {
    return out;
  }

  /** All homelabs, synthesized in memory. */
  List<Synthesis> syntheses() {
    return homelabs().stream()
        .map(homelab -> Synthesizer.synthesize(homelab, secrets(), new Timings()))
        .toList();
  }

  /** The same, timed; changes that clusters with the files of now cannot take over are errors. */
  List<Synthesis> comparedWithWritten(
      List<Homelab> homelabs, Timings times, Jobs jobs, Memory memory) {
    return homelabs.stream()
        .map(
            homelab ->
                Synthesizer.synthesize(homelab, secrets(), Optional.of(out), times, jobs, memory))
        .toList();
  }

  /** All homelabs, built; addresses that were chosen before are those of the folder. */
  List<Homelab> homelabs() {
    return AddressLock.in(out, homelabs::homelabs);
  }

  /** The same, of the classes of a loader. */
  List<Homelab> homelabs(ClassLoader loader) {
    return AddressLock.in(out, () -> homelabs.homelabs(loader));
  }

  /** The folder with the compiled classes. */
  Path classes() {
    return homelabs.classes();
  }

  /** The folder with the owner's encrypted Secrets. */
  Optional<Path> secrets() {
    return Optional.of(secrets == null ? out.toAbsolutePath().resolveSibling("secrets") : secrets);
  }
}
