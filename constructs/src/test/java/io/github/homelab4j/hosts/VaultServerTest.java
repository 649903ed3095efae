package io.github.homelab4j.hosts;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.secrets.ExternalSecrets;
import io.github.homelab4j.secrets.ExternalSecretsProps;
import io.github.homelab4j.secrets.VaultStore;
import io.github.homelab4j.secrets.VaultStoreProps;
import java.util.Optional;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class VaultServerTest {
  private static final String SETUP = "etc/vault.d/setup.sh";

  private final House house = new House();

  @Test
  void listens_where_the_plan_says() {
    assertThat(new Stack(new App(), house).vault)
        .hasKind(house.server, "etc/vault.d/vault.hcl", FileKind.VAULT_CONFIG)
        .file(house.server, "etc/vault.d/vault.hcl")
        .contains("api_addr = \"https://10.7.0.11:8200\"\n")
        .contains("  path = \"/opt/vault/data\"\n  node_id = \"server\"\n")
        .contains("  address = \"10.7.0.11:8200\"\n")
        .contains("  tls_cert_file = \"/opt/vault/tls/tls.crt\"\n");
  }

  @Test
  void allows_what_is_read_in_the_cluster_and_no_more() {
    var stack = new Stack(new App(), house);

    assertThat(stack.vault)
        .file(house.server, "etc/vault.d/policies/external-secrets.hcl")
        .endsWith(
            """
            path "kv/data/minio/longhorn" {
              capabilities = ["read"]
            }

            path "kv/data/shop" {
              capabilities = ["read"]
            }
            """)
        .doesNotContain("minio/root");
  }

  @Test
  void binds_the_account_of_external_secrets() {
    var stack = new Stack(new App(), house);

    assertThat(stack.vault)
        .file(house.server, SETUP)
        .contains("  kubernetes_host=https://10.7.0.12:6443 \\\n")
        .contains(
            """
            vault policy write external-secrets /etc/vault.d/policies/external-secrets.hcl
            vault write auth/kubernetes/role/external-secrets \\
              bound_service_account_names=eso \\
              bound_service_account_namespaces=external-secrets \\
              token_policies=external-secrets \\
              token_ttl=1h
            """);
    assertThat(stack.store)
        .resource("ClusterSecretStore", "vault-backend")
        .has("/spec/provider/vault/server", "https://10.7.0.11:8200")
        .has("/spec/provider/vault/path", "kv")
        .has("/spec/provider/vault/auth/kubernetes/mountPath", "kubernetes")
        .has("/spec/provider/vault/auth/kubernetes/role", "external-secrets");
    assertThat(stack.store)
        .resource("ClusterRoleBinding", "vault-backend-token-review")
        .has("/roleRef/name", "system:auth-delegator")
        .has("/subjects/0/name", "eso");
  }

  @Test
  void two_clusters_have_logins_of_their_own() {
    var other = house.cluster("shed");
    var vault = vault(new App(), house.cluster(), other);

    assertThat(vault.login(other).login()).isEqualTo("kubernetes-shed");
    assertThat(vault.login(house.cluster()).login()).isEqualTo("kubernetes-house");
  }

  @Test
  void rejects_a_cluster_that_does_not_read_it() {
    var other = house.cluster("shed");

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> vault(new App(), house.cluster()).login(other))
        .withMessage("vault is not read by cluster shed, only by [house]: add it to its clusters");
  }

  @Test
  void rejects_a_cluster_without_external_secrets() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> vault(new App(), house.cluster()).files())
        .withMessageContaining("cluster house has no External Secrets");
  }

  @Test
  void rejects_a_path_that_needs_quotes() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                VaultServerProps.builder()
                    .host(house.server)
                    .addClusters(house.cluster())
                    .data("/opt/my vault")
                    .build())
        .withMessageContaining("'/opt/my vault' is not a path on server");
  }

  @Test
  void its_certificate_is_for_the_address_that_it_is_asked_by() {
    assertThat(vault(new App(), house.cluster()).setup(house.server).commands())
        .last()
        .asString()
        .contains(
            "openssl x509 -noout -checkip 10.7.0.11 -in /opt/vault/tls/tls.crt",
            "-addext subjectAltName=IP:10.7.0.11",
            "chown vault:vault /opt/vault/tls/tls.key");
  }

  @Test
  void a_certificate_of_the_owners_is_left_alone() {
    var vault =
        new VaultServer(
            new App(),
            "vault",
            VaultServerProps.builder()
                .host(house.server)
                .addClusters(house.cluster())
                .certificate("/etc/ssl/vault.crt")
                .certificateKey("/etc/ssl/vault.key")
                .build());

    assertThat(vault.setup(house.server).commands()).noneMatch(each -> each.contains("openssl"));
  }

  @Test
  void says_what_its_owner_does_once() {
    assertThat(vault(new App(), house.cluster()).manualSteps())
        .satisfiesExactly(
            step -> assertThat(step).contains("`vault operator init`", "https://10.7.0.11:8200"),
            step -> assertThat(step).contains("`/etc/vault.d/house-ca.crt`"),
            step -> assertThat(step).contains("`/etc/vault.d/setup.sh`", "VAULT_TOKEN"),
            step -> assertThat(step).contains("`vault kv put kv/<item> <property>=-`"));
  }

  @Test
  void says_that_its_owner_unseals_it() {
    assertThat(vault(new App(), house.cluster()).notes())
        .anyMatch(note -> note.contains("sealed after each boot"));
  }

  private VaultServer vault(Construct scope, ClusterPlan... clusters) {
    var props = VaultServerProps.builder().host(house.server).addClusters(clusters).build();
    return new VaultServer(scope, "vault", props);
  }

  private static final class Stack extends Cluster {
    final VaultServer vault;
    final VaultStore store;

    Stack(Construct scope, House house) {
      super(scope, house.cluster());
      new ExternalSecrets(this, "eso", ExternalSecretsProps.builder().build());
      vault =
          new VaultServer(
              this,
              "vault",
              VaultServerProps.builder().host(house.server).addClusters(house.cluster()).build());
      store =
          new VaultStore(
              this,
              "vault-backend",
              VaultStoreProps.builder().vault(vault.login(house.cluster())).build());
      // What is for a machine is Ansible's to read.
      new Minio(
          this,
          "minio",
          MinioProps.builder()
              .host(house.server)
              .architecture(K3s.Architecture.AMD64)
              .root(vault.item("minio/root"))
              .build());
      new Reader(this, "reader", new Needs(store.item("minio/longhorn")));
      new Reader(this, "other", new Needs(vault.item("shop")));
    }
  }

  record Needs(Optional<NamespaceRef> namespace, StoreItemRef item) implements ComponentProps {
    Needs(StoreItemRef item) {
      this(Optional.empty(), item);
    }
  }

  @ComponentInfo(name = "reader", domain = Domain.APPS, upstream = "https://example.org")
  private static final class Reader extends Component {
    Reader(Construct scope, String id, Needs props) {
      super(scope, id, props);
    }

    @Override
    protected void define(Resources out) {}
  }
}
