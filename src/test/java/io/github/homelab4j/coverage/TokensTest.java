package io.github.homelab4j.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3 monitors (cluster state, PAXOS consensus)       | 3
          replication 3x                                    | 3
          interval: 10m                                     | 10m
          AS 64512                                          | 64512
          infra pod CIDR 10.244.0.0/16, own AS not stated   | 10.244.0.0/16
          infra pool 10.25.11.200-10.25.11.249 (50 addresses) | 10.25.11.200, 10.25.11.249, 50
          certificate *.monosense.io                        | *.monosense.io
          ClusterIssuers letsencrypt-prod and letsencrypt-staging | letsencrypt-prod, letsencrypt-staging
          """)
  void numbers_addresses_and_names_are_found(String fact, String tokens) {
    assertThat(Tokens.of(fact)).containsExactlyInAnyOrder(tokens.split(", "));
  }

  @Test
  void words_are_not_names_and_references_to_the_document_are_not_numbers() {
    assertThat(
            List.of(
                "self-healing: automatic recovery",
                "network policies L3/L4/L7",
                "ACME DNS-01",
                "S3 integration",
                "syncs from 1Password",
                "scaled by replicas (line 601)",
                "bootstrap phase -1: apply"))
        .allSatisfy(fact -> assertThat(Tokens.of(fact)).as(fact).isEmpty());
  }

  @Test
  void evidence_must_repeat_whole_words() {
    assertThat(Tokens.missing("3 brokers", "/spec/replicas: 3")).isEmpty();
    assertThat(Tokens.missing("3 brokers", "/spec/replicas: 30")).containsExactly("3");
    assertThat(Tokens.missing("3 brokers", "10.0.0.3.5")).containsExactly("3");
    assertThat(Tokens.missing("peer 10.25.11.1", "10.25.11.10")).containsExactly("10.25.11.1");
    assertThat(Tokens.missing("name harbor-pooler", "Pooler database/harbor-pooler")).isEmpty();
  }
}
