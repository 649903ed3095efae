#!/bin/sh
# From io.github.homelab4j.hosts.TalosMachines: change the stack, not this file.
# Brings all machines of cluster infra to Kubernetes 1.35.0, one after the other; --dry-run shows what it would do.
set -eu

talosctl --endpoints 10.25.11.11 --nodes 10.25.11.11 upgrade-k8s --to 1.35.0 "$@"
