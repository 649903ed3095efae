package io.github.homelab4j.cache;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.unit.Quantity;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class DragonflyTest {
  private final App app = new App();
  private final DragonflyOperator operator =
      new DragonflyOperator(app, "dragonfly-operator", DragonflyOperatorProps.builder().build());
  private final SecretStoreRef store = new SecretStoreRef("onepassword", Provider.external("test"));

  private DragonflyProps.Builder props() {
    return DragonflyProps.builder()
        .operator(operator.operator())
        .storage(StorageClassRef.external("openebs-lvm"))
        .password(store.item("gitlab-redis").key("password"));
  }

  private Dragonfly dragonfly(DragonflyProps.Builder props) {
    return new Dragonfly(new App(), "gitlab-dragonfly", props.build());
  }

  @Test
  void keeps_a_replica_on_another_node() {
    assertThat(dragonfly(props()))
        .resource("Dragonfly", "gitlab-dragonfly")
        .has("/spec/replicas", 2)
        .has("/spec/pdb/maxUnavailable", 1)
        .has("/spec/enableReplicationReadinessGate", true)
        .has(
            "/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/topologyKey",
            "kubernetes.io/hostname");
  }

  @Test
  void leaves_the_container_more_memory_than_data_may_take() {
    assertThat(dragonfly(props().memory(Quantity.gi(2)).size(Quantity.gi(8))))
        .resource("Dragonfly", "gitlab-dragonfly")
        .has("/spec/args/0", "--maxmemory=2048Mi")
        .has("/spec/resources/limits/memory", "2560Mi");
  }

  @Test
  void writes_one_snapshot_over_the_other() {
    assertThat(dragonfly(props()))
        .resource("Dragonfly", "gitlab-dragonfly")
        .has("/spec/args/2", "--dbfilename=dump")
        .has("/spec/snapshot/cron", "*/30 * * * *")
        .has("/spec/snapshot/persistentVolumeClaimSpec/storageClassName", "openebs-lvm");
  }

  @Test
  void takes_its_password_from_the_store() {
    var dragonfly = dragonfly(props());
    assertThat(dragonfly)
        .resource("Dragonfly", "gitlab-dragonfly")
        .has("/spec/authentication/passwordFromSecret/name", "gitlab-dragonfly-gitlab-redis")
        .has("/spec/authentication/passwordFromSecret/key", "password");
    assertThat(dragonfly)
        .resource("ExternalSecret", "gitlab-dragonfly-gitlab-redis")
        .has("/spec/data/0/remoteRef/key", "gitlab-redis");
    assertThat(dragonfly.cache().service().hostPort())
        .isEqualTo("gitlab-dragonfly.dragonfly.svc.cluster.local:6379");
    assertThat(dragonfly.cache().service().selector()).containsEntry("role", "master");
  }

  @Test
  void guards_the_port_that_asks_for_no_password() {
    var policy = assertThat(dragonfly(props())).resource("NetworkPolicy", "gitlab-dragonfly-ports");
    policy.has("/spec/ingress/0/ports/0/port", 6379).hasNo("/spec/ingress/0/from");
    policy
        .has("/spec/ingress/1/ports/0/port", 9999)
        .has(
            "/spec/ingress/1/from/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name",
            "dragonfly-operator-system")
        .has("/spec/ingress/1/from/1/podSelector/matchLabels/app", "gitlab-dragonfly")
        .has("/spec/ingress/1/from/2/podSelector/matchExpressions/0/values/0", "vmagent");
    assertThat(dragonfly(props().metrics(false)))
        .emitsNo("PodMonitor")
        .resource("NetworkPolicy", "gitlab-dragonfly-ports")
        .hasNo("/spec/ingress/1/from/2");
  }

  @Test
  void rejects_less_memory_than_its_threads_need() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().memory(Quantity.mi(512)).threads(4).build())
        .withMessage("memory is 512Mi, but 4 threads need 1024Mi: raise memory or lower threads");
  }

  @Test
  void rejects_a_volume_that_two_snapshots_would_fill() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().memory(Quantity.gi(4)).size(Quantity.gi(6)).build())
        .withMessage(
            "size is 6Gi, but two snapshots of 4Gi must fit while one replaces the other: make it at least twice as large");
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }
}
