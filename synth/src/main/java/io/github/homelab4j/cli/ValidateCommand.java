package io.github.homelab4j.cli;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.validate.Kubeconform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homelab4j validate}: whether what is written fits the schemas of Kubernetes. */
@Command(
    name = "validate",
    description =
        "Checks every written manifest with kubeconform against the schema of its kind, in the cluster's version of Kubernetes.",
    footer = {"", "Example:", "  homelab4j validate --homelab org.example.Home --required"},
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  @Mixin private HomelabOption homelabs;

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      defaultValue = "clusters",
      description = "The folder that holds one folder a cluster; default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(
      names = "--kubeconform",
      defaultValue = "kubeconform",
      description = "The program; default: the one on the PATH.")
  private String program;

  @Option(names = "--required", description = "Fail where kubeconform is missing.")
  private boolean required;

  @Option(
      names = "--schema-location",
      paramLabel = "<templates>",
      split = ",",
      description = "Templates of where schemas are; default: the public ones.")
  private List<String> schemaLocations = Kubeconform.PUBLIC_SCHEMAS;

  @Option(
      names = "--cache",
      paramLabel = "<folder>",
      defaultValue = "target/schemas",
      description = "The folder in which downloaded schemas are kept; default: ${DEFAULT-VALUE}.")
  private Path cache;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var kubeconform = new Kubeconform(program, schemaLocations, cache);
    var clusters =
        homelabs.homelabs().stream()
            .flatMap(homelab -> homelab.plan().clusters().stream())
            .toList();
    if (!kubeconform.isInstalled()) {
      return missing(
          "kubeconform is not installed: run %s, or name the program with --kubeconform"
              .formatted(Kubeconform.INSTALL));
    }
    if (!kubeconform.findsSchemas(clusters.get(0).kubernetesVersion())) {
      return missing(
          "the schemas cannot be downloaded: go online, or give --schema-location <templates of local files>");
    }
    var fine = true;
    for (var cluster : clusters) {
      fine &= validate(kubeconform, cluster);
    }
    spec.commandLine().getOut().flush();
    return fine ? 0 : 1;
  }

  private int missing(String what) {
    if (required) {
      throw new InvalidPropsException(what);
    }
    spec.commandLine().getOut().println("SKIPPED: " + what);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private boolean validate(Kubeconform kubeconform, ClusterPlan cluster) throws IOException {
    var result = kubeconform.validate(out.resolve(cluster.name()), cluster.kubernetesVersion());
    var lines = spec.commandLine();
    result.findings().forEach(lines.getErr()::println);
    lines
        .getOut()
        .println(
            "%s: %s fit, %s do not, %s could not be judged, %s have no schema"
                .formatted(
                    cluster.name(),
                    result.valid(),
                    result.invalid(),
                    result.errors(),
                    result.skipped()));
    return result.isFine();
  }
}
