package io.github.homelab4j.core;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.observability.MetricsServer;
import io.github.homelab4j.observability.MetricsServerProps;
import java.util.Optional;
import java.util.function.Consumer;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

/** How a component comes to its secrets without ever holding one. */
class SecretsTest {
  private final App app = new App();
  private final Component stores =
      new MetricsServer(app, "stores", MetricsServerProps.builder().build());
  private final StoreItemRef login =
      SecretStoreRef.providedBy(stores, "vault").item("Harbor login");

  @Test
  void a_property_of_the_store_becomes_an_external_secret_named_after_component_and_item() {
    var taken = new SecretKeyRef[2];
    var consumer =
        consumer(
            it -> {
              taken[0] = it.secret((SecretSource) login.key("password"));
              taken[1] = it.secret((SecretSource) login.key("username"));
            });
    assertThat(consumer)
        .resource("ExternalSecret", "consumer-harbor-login")
        .has("/metadata/namespace", "apps")
        .has("/spec/secretStoreRef/kind", "ClusterSecretStore")
        .has("/spec/secretStoreRef/name", "vault")
        .has("/spec/data/0/secretKey", "password")
        .has("/spec/data/0/remoteRef/key", "Harbor login")
        .has("/spec/data/0/remoteRef/property", "password")
        .has("/spec/target/template/data/password", "{{ .password }}")
        .has("/spec/target/template/data/username", "{{ .username }}");
    assertThat(taken[0].secret().name()).isEqualTo("consumer-harbor-login");
    assertThat(taken[0].key()).isEqualTo("password");
    assertThat(consumer.objects()).hasSize(1);
  }

  @Test
  void the_same_property_taken_twice_is_one_key() {
    var consumer =
        consumer(
            it -> {
              it.secret((SecretSource) login.key("password"));
              it.secret((SecretSource) login.key("password"));
            });
    assertThat(consumer).resource("ExternalSecret", "consumer-harbor-login").hasNo("/spec/data/1");
  }

  @Test
  void a_template_puts_texts_around_values() {
    var consumer =
        consumer(
            it ->
                it.secret(
                    SecretTemplate.named("config")
                        .source("pass", login.key("password"))
                        .entry("url", "redis://:{{ .pass }}@cache")));
    assertThat(consumer)
        .resource("ExternalSecret", "config")
        .has("/spec/target/template/data/url", "redis://:{{ .pass }}@cache")
        .has("/spec/data/0/secretKey", "pass");
  }

  @Test
  void a_key_with_other_characters_gets_a_variable_that_templates_can_name() {
    var consumer =
        consumer(
            it ->
                it.secret(SecretTemplate.named("config").key("tls.crt", login.key("certificate"))));
    assertThat(consumer)
        .resource("ExternalSecret", "config")
        .has("/spec/target/template/data/tls.crt", "{{ .tls_crt }}")
        .has("/spec/data/0/secretKey", "tls_crt");
  }

  @Test
  void a_key_of_a_secret_in_the_same_namespace_is_taken_as_it_is() {
    var key = SecretRef.external("own", NamespaceRef.of("apps")).key("password");
    assertThat(consumer(it -> assertThat(it.secret((SecretSource) key)).isEqualTo(key)).objects())
        .isEmpty();
  }

  @Test
  void a_secret_of_another_namespace_is_refused_with_the_way_out() {
    var key = SecretRef.external("theirs", NamespaceRef.of("other")).key("password");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> consumer(it -> it.secret((SecretSource) key)).objects())
        .withMessage(
            "key password of secret other/theirs is in namespace other, but consumer runs in apps:"
                + " put the value into the secret store and pass its item");
  }

  @Test
  void a_secret_of_two_stores_is_refused() {
    var other = SecretStoreRef.providedBy(stores, "other").item("login");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                consumer(
                        it ->
                            it.secret(
                                SecretTemplate.named("both")
                                    .key("a", login.key("a"))
                                    .key("b", other.key("b"))))
                    .objects())
        .withMessage("secret both takes values of the stores [vault, other]: take them of one");
  }

  @Test
  void a_secret_asked_for_too_late_is_an_error_of_the_component() {
    var consumer = consumer(it -> {});
    consumer.objects();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> consumer.secret((SecretSource) login.key("password")))
        .withMessageContaining("call it in values() or define()");
  }

  private Consuming consumer(Consumer<Consuming> work) {
    return new Consuming(app, "consumer", work);
  }

  @ComponentInfo(
      name = "consumer",
      domain = Domain.APPS,
      upstream = "https://example.org",
      namespace = "apps")
  static final class Consuming extends Component {
    private final Consumer<Consuming> work;

    Consuming(Construct scope, String id, Consumer<Consuming> work) {
      super(scope, id, (ComponentProps) Optional::empty);
      this.work = work;
    }

    @Override
    protected void define(Resources out) {
      work.accept(this);
    }
  }
}
