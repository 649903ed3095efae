package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Only a running Vault judges a policy, so this is what HashiCorp documents of policies.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/policies">Policies</a>
 */
final class VaultPolicyChecker implements FileChecker {
  private static final Map<String, Map<String, String>> KNOWN =
      Map.of(
          "",
          Map.of(),
          "path",
          Map.of(
              "capabilities",
              "\\[\"(create|read|update|patch|delete|list|sudo|deny|subscribe|recover)\"\\]"));

  @Override
  public String how() {
    return "HCL and the capabilities that [HashiCorp documents](https://developer.hashicorp.com/vault/docs/concepts/policies)";
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    return Hcl.findings(file.text(), KNOWN);
  }

  @Override
  public Sample sample() {
    return new Sample(
        "etc/vault.d/policies/external-secrets.hcl",
        "path \"kv/data/shop\" {\n  capabilities = [\"read\"]\n}\n",
        "path \"kv/data/shop\" {\n  capabilities = [\"get\"]\n}\n",
        "'capabilities = [\"get\"]' does not stand there");
  }
}
