# From io.github.homelab4j.hosts.VaultServer: change the stack, not this file.
ui = true
disable_mlock = true
api_addr = "https://10.0.0.11:8200"
cluster_addr = "https://10.0.0.11:8201"

storage "raft" {
  path = "/var/lib/vault"
  node_id = "node1"
}

listener "tcp" {
  address = "10.0.0.11:8200"
  cluster_address = "10.0.0.11:8201"
  tls_cert_file = "/opt/vault/tls/tls.crt"
  tls_key_file = "/opt/vault/tls/tls.key"
}
