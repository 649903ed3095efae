package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Vault is not in Debian and does not judge a configuration without starting, so these are the
 * parameters that HashiCorp documents.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/configuration">Vault configuration</a>
 */
final class VaultConfigChecker implements FileChecker {
  private static final String FLAG = "true|false";
  private static final String URL = "\"https://[^\"/]+:[0-9]+\"";
  private static final String PATH = "\"/[^\"]+\"";
  private static final String ADDRESS = "\"[^\"/]+:[0-9]+\"";
  private static final Map<String, Map<String, String>> KNOWN =
      Map.of(
          "",
          Map.of("ui", FLAG, "disable_mlock", FLAG, "api_addr", URL, "cluster_addr", URL),
          "storage",
          Map.of("path", PATH, "node_id", "\"[^\"]+\""),
          "listener",
          Map.of(
              "address",
              ADDRESS,
              "cluster_address",
              ADDRESS,
              "tls_cert_file",
              PATH,
              "tls_key_file",
              PATH));

  @Override
  public String how() {
    return "HCL and the parameters that [HashiCorp documents](https://developer.hashicorp.com/vault/docs/configuration)";
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    return Hcl.findings(file.text(), KNOWN);
  }

  @Override
  public Sample sample() {
    return new Sample(
        "etc/vault.d/vault.hcl",
        "listener \"tcp\" {\n  address = \"10.0.0.11:8200\"\n}\n",
        "listener \"tcp\" {\n  adress = \"10.0.0.11:8200\"\n}\n",
        "'adress = \"10.0.0.11:8200\"' does not stand there");
  }
}
