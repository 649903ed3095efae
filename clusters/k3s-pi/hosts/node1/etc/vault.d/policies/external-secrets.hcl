# From io.github.homelab4j.hosts.VaultServer: change the stack, not this file.
path "kv/data/certmanager/cloudflare" {
  capabilities = ["read"]
}

path "kv/data/grafana" {
  capabilities = ["read"]
}

path "kv/data/minio/longhorn" {
  capabilities = ["read"]
}

path "kv/data/minio/velero" {
  capabilities = ["read"]
}

path "kv/data/slack" {
  capabilities = ["read"]
}
