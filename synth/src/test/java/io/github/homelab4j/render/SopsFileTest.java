package io.github.homelab4j.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.SynthesisException;
import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.example.Settings;
import io.github.homelab4j.example.Workload;
import io.github.homelab4j.synth.Synthesizer;
import io.github.homelab4j.synth.Timings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SopsFileTest {
  private static final String ENCRYPTED =
      """
      # comments and order are the owner's
      kind: Secret
      apiVersion: v1
      metadata: {name: key, namespace: apps}
      stringData:
          token: ENC[AES256_GCM,data:abc=,iv:def=,tag:ghi=,type:str]
      sops:
          mac: ENC[AES256_GCM,data:abc=,iv:def=,tag:ghi=,type:str]
      """;

  @TempDir private Path secrets;

  @Test
  void an_encrypted_file_is_copied_byte_for_byte_and_listed() throws IOException {
    write("one/key.sops.yaml", ENCRYPTED);
    var homelab = new ExampleHomelab();
    new Workload(homelab.one(), "workload", Settings.none());
    var files =
        Synthesizer.synthesize(homelab, Optional.of(secrets), new Timings()).files().get("one");
    assertThat(files.get("apps/apps/key.sops.yaml")).isEqualTo(ENCRYPTED);
    assertThat(files.get("apps/apps/kustomization.yaml")).contains("./key.sops.yaml");
  }

  @Test
  void a_namespace_that_holds_nothing_else_is_made_for_it() throws IOException {
    write("one/key.sops.yaml", ENCRYPTED.replace("namespace: apps", "namespace: vault"));
    var files =
        Synthesizer.synthesize(new ExampleHomelab(), Optional.of(secrets), new Timings())
            .files()
            .get("one");
    assertThat(files.get("apps/vault/namespace.yaml")).contains("enforce: restricted");
    assertThat(files.get("apps/kustomization.yaml")).contains("./vault");
  }

  @Test
  void keys_that_are_named_of_it_are_compared_with_the_file() throws IOException {
    write("one/key.sops.yaml", ENCRYPTED);
    var secret = SecretRef.external("key", NamespaceRef.of("apps"));
    assertThat(needing(secret.key("token"))).isEmpty();
    assertThat(needing(secret.key("tokn")))
        .containsExactly(
            "it names key tokn of Secret apps/key at needs[0], which has token: did you mean token?");
  }

  private List<String> needing(SecretKeyRef key) {
    var homelab = new ExampleHomelab();
    new Workload(homelab.one(), "workload", Settings.needing(key));
    try {
      Synthesizer.synthesize(homelab, Optional.of(secrets), new Timings());
      return List.of();
    } catch (SynthesisException e) {
      return e.findings().stream().map(Finding::message).toList();
    }
  }

  @Test
  void plain_text_is_refused_without_being_shown() throws IOException {
    write("one/key.sops.yaml", ENCRYPTED.replaceFirst("ENC.*", "hunter2"));
    var failure =
        Assertions.catchThrowableOfType(
            SynthesisException.class,
            () ->
                Synthesizer.synthesize(new ExampleHomelab(), Optional.of(secrets), new Timings()));
    assertThat(failure)
        .hasMessageContaining("SOPS_INVALID one/key.sops.yaml")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void a_file_without_signature_or_namespace_is_refused() throws IOException {
    write("one/a.sops.yaml", ENCRYPTED.substring(0, ENCRYPTED.indexOf("sops:")));
    write("one/b.sops.yaml", ENCRYPTED.replace(", namespace: apps", ""));
    var findings = new ArrayList<Finding>();
    assertThat(SopsFile.read(secrets, "one", findings)).isEmpty();
    assertThat(findings)
        .extracting(Finding::path)
        .containsExactly("one/a.sops.yaml", "one/b.sops.yaml");
  }

  @Test
  void a_second_document_and_a_file_that_cannot_be_read_are_refused_without_being_shown()
      throws IOException {
    write("one/good.sops.yaml", ENCRYPTED);
    write("one/two.sops.yaml", ENCRYPTED + "---\n" + ENCRYPTED.replaceFirst("ENC.*", "hunter2"));
    write("one/zero.sops.yaml", "data: [hunter2");
    var findings = new ArrayList<Finding>();
    assertThat(SopsFile.read(secrets, "one", findings))
        .extracting(SopsFile::fileName)
        .containsExactly("good.sops.yaml");
    assertThat(findings)
        .extracting(Finding::path, Finding::message)
        .containsExactly(
            Assertions.tuple(
                "one/two.sops.yaml",
                "it holds 2 documents, and only one is checked: give each Secret a file of its own"),
            Assertions.tuple(
                "one/zero.sops.yaml",
                "it is not YAML: restore it with git checkout, or encrypt the Secret anew"));
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(secrets.resolve(path).getParent());
    Files.writeString(secrets.resolve(path), text);
  }
}
