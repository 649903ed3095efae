package io.github.homelab4j.hosts;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.HostSetup;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.Recovery;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.core.VaultRef;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.Machine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * HashiCorp Vault on a machine, alone, with its own storage: the key-value engine that External
 * Secrets reads, a login for each cluster, and a policy that allows the items that are read there.
 *
 * <p>Provides {@link #login}, which a store takes, {@link #item} and {@link #service}.
 */
@ComponentInfo(
    name = "vault",
    domain = Domain.HOSTS,
    upstream = "https://developer.hashicorp.com/vault/docs")
public final class VaultServer extends HostComponent {
  static final String SERVICE = "vault";
  private static final String FOLDER = "etc/vault.d/";

  // Not in Debian; its configuration is there before the package.
  private static final String PACKAGE =
      "command -v vault >/dev/null || {"
          + " wget -qO- https://apt.releases.hashicorp.com/gpg"
          + " | gpg --batch --yes --dearmor -o /usr/share/keyrings/hashicorp.gpg;"
          + " . /etc/os-release;"
          + " echo \"deb [signed-by=/usr/share/keyrings/hashicorp.gpg]"
          + " https://apt.releases.hashicorp.com $VERSION_CODENAME main\""
          + " > /etc/apt/sources.list.d/hashicorp.list;"
          + " apt-get update && apt-get install -y -o Dpkg::Options::=--force-confold vault; }";

  private final VaultServerProps props;

  /** Stores its settings. */
  public VaultServer(Construct scope, String id, VaultServerProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /**
   * What a cluster reads of it, and as whom.
   *
   * @throws InvalidPropsException when the cluster is none of those that read it
   */
  public VaultRef login(ClusterPlan cluster) {
    if (props.clusters().stream().noneMatch(each -> each.name().equals(cluster.name()))) {
      throw new InvalidPropsException(
          "%s is not read by cluster %s, only by %s: add it to its clusters"
              .formatted(
                  id(), cluster.name(), props.clusters().stream().map(ClusterPlan::name).toList()));
    }
    return new VaultRef(
        service().https(), props.engine(), mount(cluster), props.role(), Provider.of(this));
  }

  /**
   * An item by its path below the engine, as {@code minio/restic}: for machines, and in clusters by
   * way of the store that reads it there.
   */
  public StoreItemRef item(String path) {
    return SecretStoreRef.providedBy(this, props.store()).item(path);
  }

  /** Where it answers. Without it secrets that are there stay, and new ones do not come. */
  public HostServiceRef service() {
    return HostServiceRef.providedBy(this, props.host(), props.host().service(SERVICE), Loss.STALLS)
        .without(Loss.STALLS, "secrets are not read anew, and new ones are not made");
  }

  @Override
  public List<HostPlan> machines() {
    return List.of(props.host());
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Vault on %s is sealed after each boot until its owner unseals it: `vault operator unseal`."
            .formatted(props.host().name()),
        "Engine, logins and policies of Vault on %s are made by %s: run it with a token of an administrator after the first unsealing, and after each change."
            .formatted(props.host().name(), "/" + FOLDER + "setup.sh"),
        "Vault checks logins with the Kubernetes API, whose certificate authority has to be on %s: %s."
            .formatted(
                props.host().name(),
                props.clusters().stream()
                    .map(cluster -> "`%s`".formatted(authority(cluster)))
                    .collect(Collectors.joining(", "))));
  }

  @Override
  public Optional<Recovery> recovery() {
    return Optional.of(
        Recovery.beforeFlux(
            "all secrets of Vault on " + props.host().name(),
            "%s of that machine, as far as its own backup has it".formatted(props.data()),
            "Put %s back while Vault is stopped, start it, and unseal it: `vault operator unseal`."
                .formatted(props.data()),
            "Let it know the new cluster: put its certificate authority into place and run `/%ssetup.sh`."
                .formatted(FOLDER)));
  }

  @Override
  public HostSetup setup(Machine machine) {
    return HostSetup.NOTHING
        .withPackages("gnupg", "wget")
        .withCommands(PACKAGE, "install -d -o vault -g vault -m 0700 " + props.data())
        .withUnits("vault.service");
  }

  @Override
  protected void define(HostFiles out) {
    var host = props.host();
    var readers = new VaultReaders(this);
    out.add(host, FOLDER + "vault.hcl", FileKind.VAULT_CONFIG, config());
    for (var cluster : props.clusters()) {
      out.add(
          host,
          FOLDER + "policies/" + policy(cluster) + ".hcl",
          FileKind.VAULT_POLICY,
          readers.items(cluster).stream().map(this::rule).collect(Collectors.joining("\n")));
    }
    out.add(host, FOLDER + "setup.sh", FileKind.SHELL, setupScript(readers));
  }

  // Integrated storage is memory-mapped, hence no mlock.
  private String config() {
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
            service().https(),
            props.host().address(),
            props.data(),
            props.host().name(),
            service().hostPort(),
            props.host().address(),
            props.certificate(),
            props.certificateKey());
  }

  private String rule(String item) {
    return """
        path "%s/data/%s" {
          capabilities = ["read"]
        }
        """
        .formatted(props.engine(), item);
  }

  private String setupScript(VaultReaders readers) {
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
            .formatted(service().https(), props.certificate(), props.engine(), props.engine())
        + logins;
  }

  /**
   * Logins of a cluster. Vault asks the Kubernetes API whose a token is, with that very token.
   *
   * @see <a href="https://developer.hashicorp.com/vault/docs/auth/kubernetes">Kubernetes auth</a>
   */
  private String login(ClusterPlan cluster, VaultReaders.Account account) {
    var mount = mount(cluster);
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
            FOLDER,
            policy(cluster),
            mount,
            props.role(),
            account.name(),
            account.namespace(),
            policy(cluster));
  }

  private static String authority(ClusterPlan cluster) {
    return "/%s%s-ca.crt".formatted(FOLDER, cluster.name());
  }

  private String mount(ClusterPlan cluster) {
    return ofOne("kubernetes", cluster);
  }

  private String policy(ClusterPlan cluster) {
    return ofOne(props.role(), cluster);
  }

  // With one cluster, the names that everybody expects.
  private String ofOne(String name, ClusterPlan cluster) {
    return props.clusters().size() == 1 ? name : name + "-" + cluster.name();
  }
}
