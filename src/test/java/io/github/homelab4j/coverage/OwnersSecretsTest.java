package io.github.homelab4j.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.stacks.infraapps.InfraAppsHomelab;
import io.github.homelab4j.synth.Synthesizer;
import io.github.homelab4j.synth.Timings;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What must exist before External Secrets does, the owner brings encrypted: of infra-apps, what
 * 1Password Connect logs in with.
 */
class OwnersSecretsTest {
  private static final String ENCRYPTED =
      """
      apiVersion: v1
      kind: Secret
      metadata:
          name: onepassword-connect
          namespace: external-secrets
      stringData:
          1password-credentials.json: ENC[AES256_GCM,data:abc=,iv:def=,tag:ghi=,type:str]
          token: ENC[AES256_GCM,data:abc=,iv:def=,tag:ghi=,type:str]
      sops:
          age:
              - recipient: age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq
          mac: ENC[AES256_GCM,data:abc=,iv:def=,tag:ghi=,type:str]
      """;

  @Test
  void a_file_that_is_encrypted_with_age_reaches_its_cluster_as_it_is(@TempDir Path secrets)
      throws IOException {
    Files.writeString(
        Files.createDirectories(secrets.resolve("infra")).resolve("onepassword-connect.sops.yaml"),
        ENCRYPTED);
    var files =
        Synthesizer.synthesize(new InfraAppsHomelab(), Optional.of(secrets), new Timings()).files();
    var encrypted = FileSystems.getDefault().getPathMatcher("glob:**/*.sops.yaml");
    assertThat(
            files.get("infra").keySet().stream().filter(file -> encrypted.matches(Path.of(file))))
        .containsExactly("apps/external-secrets/onepassword-connect.sops.yaml");
    assertThat(files.get("infra"))
        .containsEntry("apps/external-secrets/onepassword-connect.sops.yaml", ENCRYPTED);
    assertThat(files.get("apps").keySet()).noneMatch(file -> encrypted.matches(Path.of(file)));
  }
}
