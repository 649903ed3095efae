package io.github.homelab4j.hosts;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.hosts.HAProxyProps.Frontend;
import io.github.homelab4j.hosts.HAProxyProps.Server;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class HAProxyTest {
  private static final String FILE = "etc/haproxy/haproxy.cfg";

  private final House house = new House();
  private final Server api = Server.of(house.nodes().get(0), house.cluster().apiPort());
  private final Server s3 = Server.of(HostServiceRef.of(house.server, "s3", Loss.DEGRADES));

  @Test
  void leads_to_what_is_well() {
    var proxy =
        proxy(
            Frontend.tcp(house.server.service("kube-api"), api),
            Frontend.http(house.server.service("s3-proxy"), "/minio/health/live", s3));

    assertThat(proxy)
        .hasKind(house.server, FILE, FileKind.HAPROXY)
        .file(house.server, FILE)
        .contains(
            """
            frontend kube-api
              mode tcp
              option tcplog
              bind 10.7.0.11:6443
              default_backend kube-api
            """)
        .contains(
            """
            backend kube-api
              mode tcp
              balance roundrobin
              option tcp-check
              server house-1 10.7.0.12:6443 check
            """)
        .contains(
            """
            backend s3-proxy
              mode http
              balance roundrobin
              option httpchk GET /minio/health/live
              server server 10.7.0.11:9091 check
            """)
        .doesNotContain("stats");
    assertThat(proxy.service("s3-proxy").http()).isEqualTo("http://10.7.0.11:9000");
  }

  @Test
  void shows_counters_to_the_machine_alone() {
    var props =
        HAProxyProps.builder()
            .host(house.server)
            .addFrontends(Frontend.tcp(house.server.service("kube-api"), api))
            .stats(true)
            .build();

    assertThat(new HAProxy(new App(), "haproxy", props))
        .file(house.server, FILE)
        .contains("  bind 127.0.0.1:8404\n");
  }

  @Test
  void hands_out_nothing_else() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> proxy(Frontend.tcp(house.server.service("kube-api"), api)).service("git"))
        .withMessage("haproxy has no frontend 'git', only [kube-api]: add it to its frontends");
  }

  @Test
  void rejects_to_lead_to_itself() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> proxy(Frontend.tcp(house.server.service("s3"), s3)))
        .withMessageContaining("frontend s3 leads to itself at 10.7.0.11:9091");
  }

  @Test
  void rejects_to_lead_nowhere() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> proxy(Frontend.tcp(house.server.service("kube-api"))))
        .withMessage("frontend kube-api leads nowhere: add a server");
  }

  @Test
  void rejects_what_the_plan_does_not_serve() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> proxy(Frontend.tcp(house.router.service("ssh"), api)))
        .withMessageContaining("host server does not serve ssh");
  }

  @Test
  void rejects_a_port_twice() {
    var frontend = Frontend.tcp(house.server.service("kube-api"), api);

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> proxy(frontend, frontend))
        .withMessageContaining("frontends [kube-api, kube-api] share a port");
  }

  private HAProxy proxy(Frontend... frontends) {
    var props = HAProxyProps.builder().host(house.server).addFrontends(frontends).build();
    return new HAProxy(new App(), "haproxy", props);
  }
}
