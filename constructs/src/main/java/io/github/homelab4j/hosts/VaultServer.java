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
  static final String FOLDER = "etc/vault.d/";

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
        service().https(),
        props.engine(),
        VaultFiles.mount(props, cluster),
        props.role(),
        Provider.of(this));
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
  public List<String> notes() {
    return List.of(
        "Vault on %s is sealed after each boot until its owner unseals it: `vault operator unseal`."
            .formatted(props.host().name()),
        "Clusters trust the certificate of Vault on %s, `%s` there: it is `ca.crt` of the Secret that a store names."
            .formatted(props.host().name(), props.certificate()));
  }

  @Override
  public List<String> manualSteps() {
    var name = props.host().name();
    return List.of(
        "Once, on %s, with VAULT_ADDR=%s and VAULT_CACERT=%s: `vault operator init`, and keep what it prints. After that and after each boot: `vault operator unseal`."
            .formatted(name, service().https(), props.certificate()),
        "Vault checks logins with the Kubernetes API, whose certificate authority has to be on %s: put what `kubectl config view --raw --minify --output=jsonpath='{.clusters[0].cluster.certificate-authority-data}' | base64 --decode` prints into %s there."
            .formatted(
                name,
                props.clusters().stream()
                    .map(cluster -> "`%s`".formatted(VaultFiles.authority(cluster)))
                    .collect(Collectors.joining(", "))),
        "Engine, logins and policies of Vault on %s are made by `/%ssetup.sh`: run it there with VAULT_TOKEN of an administrator after the first unsealing, and after each change."
            .formatted(name, FOLDER),
        "Write the items that the cluster's README.md lists: `vault kv put %s/<item> <property>=-`, and `vault kv patch` for its other properties; both read the value from what you type."
            .formatted(props.engine()));
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
        .withPackages("gnupg", "openssl", "wget")
        .withCommands(PACKAGE, "install -d -o vault -g vault -m 0700 " + props.data())
        .withCommands(certificate())
        .withUnits("vault.service");
  }

  // The package's certificate is for no name and no address, so nobody could check it.
  private String[] certificate() {
    if (!props.certificate().equals(VaultServerProps.CERTIFICATE)) {
      return new String[0];
    }
    var address = props.host().address();
    return new String[] {
      ("openssl x509 -noout -checkip %s -in %s | grep -q 'does match'"
              + " || { openssl req -x509 -newkey rsa:4096 -nodes -sha256 -days 3650 -subj /CN=%s"
              + " -addext subjectAltName=IP:%s -keyout %s -out %s"
              + " && chmod 0600 %s && chown vault:vault %s %s; }")
          .formatted(
              address,
              props.certificate(),
              props.host().name(),
              address,
              props.certificateKey(),
              props.certificate(),
              props.certificateKey(),
              props.certificateKey(),
              props.certificate())
    };
  }

  @Override
  protected void define(HostFiles out) {
    var host = props.host();
    var readers = new VaultReaders(this);
    var files = new VaultFiles(props, service());
    out.add(host, FOLDER + "vault.hcl", FileKind.VAULT_CONFIG, files.config());
    for (var cluster : props.clusters()) {
      out.add(
          host,
          files.policyPath(cluster),
          FileKind.VAULT_POLICY,
          readers.items(cluster).stream().map(files::rule).collect(Collectors.joining("\n")));
    }
    out.add(host, FOLDER + "setup.sh", FileKind.SHELL, files.setup(readers));
  }
}
