package io.github.homelab4j.observability;

import io.github.homelab4j.crd.victoriametrics.VMNodeScrape;
import io.github.homelab4j.crd.victoriametrics.VMNodeScrapeSpec;
import io.github.homelab4j.crd.victoriametrics.VMNodeScrapeSpec.Relabel;
import io.github.homelab4j.kube.Meta;
import java.util.List;

/**
 * What a {@link VmAgent} reads from the kubelet of each node: about itself and about containers.
 */
final class KubeletScrapes {
  private static final String ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount/";

  private KubeletScrapes() {}

  static List<VMNodeScrape> of(String agent, String namespace) {
    return List.of(
        scrape(agent + "-kubelet", namespace, "/metrics"),
        scrape(agent + "-cadvisor", namespace, "/metrics/cadvisor"));
  }

  // Kubelets sign their own certificate unless told otherwise, so it cannot be verified; the token
  // goes to the address that the API
  // server names.
  private static VMNodeScrape scrape(String name, String namespace, String path) {
    var spec =
        VMNodeScrapeSpec.builder()
            .path(path)
            .scheme("https")
            .bearerTokenFile(ACCOUNT + "token")
            .tlsConfig(new VMNodeScrapeSpec.TlsConfig(ACCOUNT + "ca.crt", true))
            .honorLabels(true)
            .honorTimestamps(false)
            .addRelabelConfigs(
                Relabel.set("job", "kubelet"), Relabel.copy("__metrics_path__", "metrics_path"))
            .addMetricRelabelConfigs(Relabel.dropLabels("id|uid"))
            .build();
    return new VMNodeScrape(Meta.of(name, namespace), spec);
  }
}
