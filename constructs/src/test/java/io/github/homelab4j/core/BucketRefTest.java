package io.github.homelab4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class BucketRefTest {
  private final StoreItemRef login =
      new SecretStoreRef("vault", Provider.external("the test")).item("s3");
  private final ObjectStoreRef store =
      new ObjectStoreRef("https://s3.example.org", "us-east-1", login);

  @Test
  void is_provided_by_whoever_runs_the_store() {
    assertThat(store.bucket("velero").provider())
        .hasToString("object store https://s3.example.org");
    var host = Provider.external("node1");
    assertThat(new ObjectStoreRef("http://10.0.0.11:9091", "us-east-1", login, host))
        .satisfies(own -> assertThat(own.bucket("velero").provider()).isEqualTo(host));
  }

  @Test
  void brings_the_store_and_its_login_along() {
    assertThat(store.bucket("velero").describe())
        .isEqualTo("bucket velero of object store https://s3.example.org");
    assertThat(store.bucket("velero").parts()).containsExactly(store);
    assertThat(store.parts()).containsExactly(login);
  }

  @Test
  void rejects_a_name_that_no_bucket_can_have() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> store.bucket("Longhorn_Backups"))
        .withMessage(
            "'Longhorn_Backups' is not the name of a bucket: use 3 to 63 lower-case letters, digits, dots and hyphens");
  }
}
