package io.github.homelab4j.hosts;

import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Hostname;
import java.util.ArrayList;
import java.util.List;

/**
 * The documents of a machine configuration that say how a machine is in its network.
 *
 * @see <a href="https://docs.siderolabs.com/talos/v1.12/networking/configuration/overview">Network
 *     configuration</a>
 */
final class TalosNetwork {
  private static final String VERSION = "v1alpha1";

  private TalosNetwork() {}

  static List<Record> of(TalosMachinesProps props, NodePlan node) {
    var network = props.plan().nodeNetwork();
    var link = props.talos().networkInterface();
    var documents = new ArrayList<Record>();
    documents.add(new HostnameConfig(VERSION, "HostnameConfig", "off", node.name()));
    documents.add(LinkConfig.of(props, node));
    if (node.controlPlane()) {
      documents.add(
          new Layer2VipConfig(VERSION, "Layer2VIPConfig", props.plan().apiEndpoint().text(), link));
    }
    if (!network.dns().isEmpty()) {
      documents.add(
          new ResolverConfig(
              VERSION, "ResolverConfig", network.dns().stream().map(Nameserver::new).toList()));
    }
    if (!props.talos().timeServers().isEmpty()) {
      documents.add(
          new TimeSyncConfig(VERSION, "TimeSyncConfig", new Ntp(props.talos().timeServers())));
    }
    return documents;
  }

  // What gen config writes has auto: stable, which a name of its own excludes.
  record HostnameConfig(String apiVersion, String kind, String auto, String hostname) {}

  record LinkConfig(
      String apiVersion,
      String kind,
      String name,
      boolean up,
      List<Address> addresses,
      List<Route> routes) {
    static LinkConfig of(TalosMachinesProps props, NodePlan node) {
      var network = props.plan().nodeNetwork();
      var addresses =
          node.addresses().stream()
              .flatMap(
                  own ->
                      network.ranges().stream()
                          .filter(range -> range.contains(own))
                          .map(range -> new Address(own + "/" + range.prefix())))
              .toList();
      return new LinkConfig(
          VERSION,
          "LinkConfig",
          props.talos().networkInterface(),
          true,
          addresses,
          network.gateways().stream().map(Route::new).toList());
    }
  }

  record Address(String address) {}

  /** Everything of the gateway's family goes there. */
  record Route(Ip gateway) {}

  record Layer2VipConfig(String apiVersion, String kind, String name, String link) {}

  record ResolverConfig(String apiVersion, String kind, List<Nameserver> nameservers) {}

  record Nameserver(Ip address) {}

  record TimeSyncConfig(String apiVersion, String kind, Ntp ntp) {}

  record Ntp(List<Hostname> servers) {}
}
