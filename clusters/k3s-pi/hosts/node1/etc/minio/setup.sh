#!/bin/sh
# From io.github.homelab4j.hosts.Minio: change the stack, not this file.
set -eu
. /etc/default/minio
. /etc/minio/users.env

# The login is not kept.
MC_CONFIG_DIR=$(mktemp -d)
export MC_CONFIG_DIR
trap 'rm -rf "$MC_CONFIG_DIR"' EXIT
# It takes a while after its unit was started, and whoever starts this unit waits for it.
tries=0
until mc alias set homelab http://10.0.0.11:9091 "$MINIO_ROOT_USER" "$MINIO_ROOT_PASSWORD" >/dev/null; do
  tries=$((tries + 1))
  [ "$tries" -lt 30 ] || exit 1
  sleep 2
done
mc ready homelab

# A bucket, and a login that may use it and nothing else.
bucket() {
  mc mb --ignore-existing "homelab/$1"
  mc admin policy create homelab "$1" "/etc/minio/policies/$1.json"
  mc admin user add homelab "$2" "$3"
  if ! said=$(mc admin policy attach homelab "$1" --user "$2" 2>&1); then
    case $said in
      *"already in effect"*) ;;
      *)
        echo "$said" >&2
        exit 1
        ;;
    esac
  fi
}

bucket restic-backups "$BUCKET_RESTIC_BACKUPS_ID" "$BUCKET_RESTIC_BACKUPS_KEY"
bucket k3s-velero "$BUCKET_K3S_VELERO_ID" "$BUCKET_K3S_VELERO_KEY"
bucket longhorn-backups "$BUCKET_LONGHORN_BACKUPS_ID" "$BUCKET_LONGHORN_BACKUPS_KEY"
