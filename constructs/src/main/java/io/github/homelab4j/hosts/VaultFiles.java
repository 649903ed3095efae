package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.plan.ClusterPlan;
import java.util.stream.Collectors;

/** What is in the files of {@link VaultServer}. */
final class VaultFiles {
  private final VaultServerProps props;
  private final HostServiceRef server;

  VaultFiles(VaultServerProps props, HostServiceRef server) {
    this.props = props;
    this.server = server;
  }

  // Integrated storage is memory-mapped, hence no mlock.
  String config() {
    return """
        ui = true
        disable_mlock = true
        api_addr = "%s"
        cluster_addr = "https://%s:8201"

        storage "raft" {
          path = "%s"
          node_id = "%s"
        }

        listener "tcp" {
          address = "%s"
          cluster_address = "%s:8201"
          tls_cert_file = "%s"
          tls_key_file = "%s"
        }
        """
        .formatted(
            server.https(),
            props.host().address(),
            props.data(),
            props.host().name(),
            server.hostPort(),
            props.host().address(),
            props.certificate(),
            props.certificateKey());
  }

  String rule(String item) {
    return """
        path "%s/data/%s" {
          capabilities = ["read"]
        }
        """
        .formatted(props.engine(), item);
  }

  String setup(VaultReaders readers) {
    var logins =
        props.clusters().stream()
            .map(cluster -> login(cluster, readers.account(cluster)))
            .collect(Collectors.joining("\n"));
    return """
        #!/bin/sh
        set -eu
        export VAULT_ADDR=%s
        export VAULT_CACERT="${VAULT_CACERT:-%s}"

        # An engine or a login that is there stays.
        has() {
          vault "$1" list -format=json | grep -q "\\"$2/\\""
        }

        has secrets %s || vault secrets enable -path=%s -version=2 kv

        """
            .formatted(server.https(), props.certificate(), props.engine(), props.engine())
        + logins;
  }

  /**
   * Logins of a cluster. Vault asks the Kubernetes API whose a token is, with that very token.
   *
   * @see <a href="https://developer.hashicorp.com/vault/docs/auth/kubernetes">Kubernetes auth</a>
   */
  private String login(ClusterPlan cluster, VaultReaders.Account account) {
    var mount = mount(props, cluster);
    return """
        has auth %s || vault auth enable -path=%s kubernetes
        vault write auth/%s/config \\
          kubernetes_host=https://%s:%s \\
          kubernetes_ca_cert=@%s \\
          disable_local_ca_jwt=true
        vault policy write %s /%spolicies/%s.hcl
        vault write auth/%s/role/%s \\
          bound_service_account_names=%s \\
          bound_service_account_namespaces=%s \\
          token_policies=%s \\
          token_ttl=1h
        """
        .formatted(
            mount,
            mount,
            mount,
            cluster.apiEndpoint(),
            cluster.apiPort(),
            authority(cluster),
            policy(cluster),
            VaultServer.FOLDER,
            policy(cluster),
            mount,
            props.role(),
            account.name(),
            account.namespace(),
            policy(cluster));
  }

  static String authority(ClusterPlan cluster) {
    return "/%s%s-ca.crt".formatted(VaultServer.FOLDER, cluster.name());
  }

  static String mount(VaultServerProps props, ClusterPlan cluster) {
    return ofOne("kubernetes", props, cluster);
  }

  String policyPath(ClusterPlan cluster) {
    return VaultServer.FOLDER + "policies/" + policy(cluster) + ".hcl";
  }

  private String policy(ClusterPlan cluster) {
    return ofOne(props.role(), props, cluster);
  }

  // With one cluster, the names that everybody expects.
  private static String ofOne(String name, VaultServerProps props, ClusterPlan cluster) {
    return props.clusters().size() == 1 ? name : name + "-" + cluster.name();
  }
}
