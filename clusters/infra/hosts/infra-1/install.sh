#!/bin/sh
# From io.github.homelab4j.hosts.TalosMachines: change the stack, not this file.
# Gives each machine of cluster infra its configuration, and with --new starts Kubernetes once all have it. It may be run again: machines that run get what changed, as far as that needs no restart.
# A new machine is started from an image of its schematic.yaml and has its planned address already. TALOS_SECRETS names what `talosctl gen secrets` made once for the cluster: keep it encrypted, and decrypt it for this.
set -eu
umask 077
: "${TALOS_SECRETS:?names no file: set it to the decrypted output of talosctl gen secrets}"
export TALOSCONFIG="${TALOSCONFIG:-$HOME/.talos/infra.yaml}"
hosts=$(dirname "$0")/..
# Configurations hold secrets.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The kind of output, where it goes, and the patch if there is one.
generate() {
  talosctl gen config infra https://10.25.11.9:6443 --talos-version v1.12.1 --kubernetes-version 1.35.0 --with-secrets "$TALOS_SECRETS" --with-docs=false --with-examples=false --output-types "$1" --output "$2" ${3:+--config-patch "@$3"}
}

if [ ! -e "$TALOSCONFIG" ]; then
  mkdir -p "$(dirname "$TALOSCONFIG")"
  generate talosconfig "$TALOSCONFIG"
  talosctl config endpoint 10.25.11.11 10.25.11.12 10.25.11.13
  talosctl config node 10.25.11.11
fi

# Name, type and address of a machine.
configure() {
  generate "$2" "$work/$1.yaml" "$hosts/$1/machine.yaml"
  if talosctl --endpoints "$3" --nodes "$3" version >/dev/null 2>&1; then
    talosctl --endpoints "$3" --nodes "$3" apply-config --mode no-reboot --file "$work/$1.yaml"
  else
    talosctl --nodes "$3" apply-config --insecure --file "$work/$1.yaml"
  fi
}
configure infra-1 controlplane 10.25.11.11
configure infra-2 controlplane 10.25.11.12
configure infra-3 controlplane 10.25.11.13

# Whether a control-plane machine is a member of etcd.
members() {
  for address in 10.25.11.11 10.25.11.12 10.25.11.13; do
    if talosctl --endpoints "$address" --nodes "$address" etcd members >/dev/null 2>&1; then
      return 0
    fi
  done
  return 1
}
if [ "${1:-}" = --new ]; then
  tries=0
  until members; do
    tries=$((tries + 1))
    if [ "$tries" -gt 60 ]; then
      echo "Kubernetes did not start: ask talosctl --nodes 10.25.11.11 dmesg" >&2
      exit 1
    fi
    sleep 15
    talosctl --endpoints 10.25.11.11 --nodes 10.25.11.11 bootstrap || true
  done
fi
if members; then
  talosctl --endpoints 10.25.11.11 --nodes 10.25.11.11 kubeconfig --force
fi
