package io.github.homelab4j.bootstrap;

import io.github.homelab4j.check.start.Bootstrap;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Namespaces;
import io.github.homelab4j.graph.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Phase 0: namespaces, and the Secrets that the owner brings. */
final class Prerequisites {
  private static final String FLUX = "flux-system";

  private Prerequisites() {}

  static Phase phase(ClusterModel cluster, Bootstrap bootstrap, List<OwnerSecret> secrets) {
    var namespaces = new TreeSet<String>();
    bootstrap.members().stream().map(Unit::namespace).forEach(namespaces::add);
    secrets.stream().map(OwnerSecret::namespace).forEach(namespaces::add);
    namespaces.removeAll(Namespaces.EXTERNAL);
    var script =
        new Script("prerequisites", "Phase 0: namespaces, and the Secrets that you bring.")
            .after("_cluster")
            .shell()
            .line(
                "kubectl create namespace %s --dry-run=client --output=yaml | kubectl apply --server-side --filename=-"
                    .formatted(FLUX));
    for (var name : namespaces) {
      script.line(
          "kubectl apply --server-side --force-conflicts --filename=../apps/%s/namespace.yaml"
              .formatted(name));
    }
    script.line(SECRET.replace("CLUSTER", cluster.id())).line("missing=0");
    for (var secret : secrets) {
      script.line(
          "secret %s %s %s || missing=1"
              .formatted(
                  secret.namespace(),
                  secret.name(),
                  secret.file().map(file -> "../" + file).orElse("''")));
    }
    script.line("exit \"$missing\"");
    var steps = new ArrayList<String>();
    steps.add("Namespace %s, where Flux runs.".formatted(FLUX));
    for (var name : namespaces) {
      steps.add(
          "Namespace %s, from [apps/%s/namespace.yaml](../apps/%s/namespace.yaml)."
              .formatted(name, name, name));
    }
    for (var secret : secrets) {
      steps.add("Secret %s, for %s.".formatted(secret.path(), String.join(", ", secret.readers())));
    }
    return new Phase(
        "0",
        script.name(),
        "Prerequisites",
        "What is there before anything runs. Secrets are decrypted on the way and written nowhere; all that are missing are told at once.",
        steps,
        List.of("kubectl get secrets --all-namespaces"),
        List.of(script));
  }

  private static final String SECRET =
      """
      # Namespace, name, and the encrypted file where there is one.
      secret() {
          if [[ -n $3 ]]; then
              sops --decrypt "$3" | kubectl apply --server-side --force-conflicts --filename=-
          elif kubectl --namespace="$1" get secret "$2" >/dev/null 2>&1; then
              echo "Secret $1/$2 is there."
          else
              echo "Secret $1/$2 is missing: encrypt it as secrets/CLUSTER/$2.sops.yaml, run mvn package, and start this phase again." >&2
              return 1
          fi
      }""";
}
