#!/bin/sh
# From io.github.homelab4j.hosts.VaultServer: change the stack, not this file.
set -eu
export VAULT_ADDR=https://10.0.0.11:8200
export VAULT_CACERT="${VAULT_CACERT:-/opt/vault/tls/tls.crt}"

# An engine or a login that is there stays.
has() {
  vault "$1" list -format=json | grep -q "\"$2/\""
}

has secrets kv || vault secrets enable -path=kv -version=2 kv

has auth kubernetes || vault auth enable -path=kubernetes kubernetes
vault write auth/kubernetes/config \
  kubernetes_host=https://10.0.0.12:6443 \
  kubernetes_ca_cert=@/etc/vault.d/k3s-pi-ca.crt \
  disable_local_ca_jwt=true
vault policy write external-secrets /etc/vault.d/policies/external-secrets.hcl
vault write auth/kubernetes/role/external-secrets \
  bound_service_account_names=external-secrets \
  bound_service_account_namespaces=external-secrets \
  token_policies=external-secrets \
  token_ttl=1h
