package io.github.homelab4j.check.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretScannerTest {
  @Test
  void names_are_read_up_to_their_sign_whatever_stands_before() {
    assertThat(SecretScanner.find("a=b; c: d\n\"my.Api-Password\" : hunter22\nx=1"))
        .containsExactly(new Hit("a password", "hunter22"));
    assertThat(SecretScanner.find("password=one-hunter password=two-hunter"))
        .extracting(Hit::secret)
        .containsExactly("one-hunter", "two-hunter");
    // What is assigned may look like a name itself.
    assertThat(SecretScanner.find("password=token=hunter")).hasSize(1);
  }

  @Test
  void roots_are_of_ascii_letters() {
    assertThat(Roots.isIn("PassWord", 0, 8)).isTrue();
    assertThat(Roots.isIn("a-COOKIE-b", 0, 10)).isTrue();
    assertThat(Roots.isIn("a-COOKIE-b", 0, 7)).isFalse();
    assertThat(Roots.isIn("\u212aey", 0, 3)).isFalse();
  }

  @Test
  void base64_of_either_alphabet_is_read_with_what_pads_it() {
    var plain = "password: hunter22???";
    var encoded = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    assertThat(encoded).endsWith("_").hasSize(28);
    assertThat(SecretScanner.find("データ " + encoded + "=== "))
        .containsExactly(new Hit("a password in base64", encoded + "=="));
  }

  @Test
  void a_digest_hides_nothing_that_stands_around_it() {
    var digest = "sha256:" + "0123456789abcdef".repeat(4);
    assertThat(SecretScanner.find("password=hunter22 image@" + digest + " token: " + digest))
        .containsExactly(new Hit("a password", "hunter22"));
  }
}
