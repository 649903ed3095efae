package io.github.homelab4j.core;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.homelab4j.plan.Machine;
import io.github.homelab4j.plan.Workstation;
import java.util.List;
import java.util.function.Consumer;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class HostFileTest {
  private static final Machine HERE = Workstation.OWNERS;
  private static final StoreItemRef ITEM =
      new SecretStoreRef("vault", Provider.external("the owner")).item("certmanager/Cloudflare");
  private static final StoreKeyRef TOKEN = ITEM.key("api-token");
  private static final String HEAD =
      "# From io.github.homelab4j.core.HostFileTest$Writer: change the stack, not this file.\n";

  @Test
  void begins_with_the_class_that_it_is_from() {
    assertThat(writer(out -> out.add(HERE, "etc/a.conf", FileKind.ENVIRONMENT, "A='b'")))
        .file(HERE, "etc/a.conf")
        .isEqualTo(HEAD + "A='b'\n");
  }

  @Test
  void keeps_the_first_line_that_readers_look_at() {
    var writer =
        writer(
            out -> {
              out.add(HERE, "bin/a", FileKind.SHELL, "#!/bin/sh\ntrue\n");
              out.add(HERE, "user-data", FileKind.CLOUD_INIT, "#cloud-config\nhostname: a\n");
            });

    assertThat(writer).file(HERE, "bin/a").isEqualTo("#!/bin/sh\n" + HEAD + "true\n");
    assertThat(writer)
        .file(HERE, "user-data")
        .isEqualTo("#cloud-config\n" + HEAD + "hostname: a\n");
  }

  @Test
  void says_nothing_where_there_are_no_comments() {
    assertThat(writer(out -> out.add(HERE, "a.json", FileKind.ISCSI_TARGET, "{}")))
        .file(HERE, "a.json")
        .isEqualTo("{}\n");
  }

  @Test
  void a_secret_is_a_variable_that_says_whose_value_it_is() {
    var text = "TOKEN='%s'".formatted(HostSecrets.placeholder(TOKEN));
    var writer =
        writer(out -> out.addTemplate(HERE, "etc/a", FileKind.ENVIRONMENT, text, List.of(TOKEN)));

    assertThat(writer)
        .file(HERE, "etc/a.j2")
        .isEqualTo(
            HEAD
                + """
                # certmanager_cloudflare_api_token: property api-token of item certmanager/Cloudflare of secret store vault.
                TOKEN='{{ certmanager_cloudflare_api_token }}'
                """);
    assertThat(writer.files().get(0).target()).isEqualTo("etc/a");
  }

  @Test
  void a_variable_begins_with_a_letter_or_an_underscore() {
    var store = new SecretStoreRef("vault", Provider.external("the owner"));

    assertThat(HostSecrets.variable(store.item("2nd").key("key"))).isEqualTo("_2nd_key");
  }

  @Test
  void a_secret_without_a_place_is_a_mistake_of_the_component() {
    var writer =
        writer(out -> out.addTemplate(HERE, "etc/a", FileKind.SHELL, "true", List.of(TOKEN)));

    assertThatIllegalStateException()
        .isThrownBy(writer::files)
        .withMessage("etc/a.j2 takes certmanager_cloudflare_api_token but has no place for it");
  }

  @Test
  void what_ansible_would_take_for_its_own_is_a_mistake_of_the_component() {
    var text = HostSecrets.placeholder(TOKEN) + " ${#list}";
    var writer =
        writer(out -> out.addTemplate(HERE, "etc/a", FileKind.SHELL, text, List.of(TOKEN)));

    assertThatIllegalStateException()
        .isThrownBy(writer::files)
        .withMessage(
            "etc/a.j2 has braces that Jinja takes for its own: write the text without them");
  }

  @Test
  void rejects_a_path_that_leaves_the_folder() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> new HostFile(HERE, "../a", FileKind.SHELL, ""))
        .withMessageContaining("'../a' is not a path below the folder of machine workstation");
  }

  private static Writer writer(Consumer<HostFiles> files) {
    return new Writer(files);
  }

  @ComponentInfo(name = "writer", domain = Domain.HOSTS, upstream = "https://example.org")
  private static final class Writer extends HostComponent {
    private final Consumer<HostFiles> files;

    Writer(Consumer<HostFiles> files) {
      super(new App(), "writer", new HostProps() {});
      this.files = files;
    }

    @Override
    public List<Machine> machines() {
      return List.of(HERE);
    }

    @Override
    protected void define(HostFiles out) {
      files.accept(out);
    }
  }
}
