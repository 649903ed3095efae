#!/usr/bin/env bash
# Takes a snapshot of each bound claim of the given storage classes in this namespace, then deletes the oldest ready ones beyond KEEP.
# Arguments: <storage class>=<snapshot class> ...; environment: OWNER (label of its snapshots), KEEP.
set -euo pipefail

label="app.kubernetes.io/managed-by=${OWNER}"

claims() { # storage class
  # Not those of a pod (generic ephemeral volumes): they go with it, and nobody would ever delete their snapshots.
  kubectl get persistentvolumeclaims --output json |
    jq --raw-output --arg class "$1" '
      .items[] | select(.spec.storageClassName == $class and .status.phase == "Bound")
      | select((.metadata.ownerReferences // []) | any(.kind == "Pod") | not) | .metadata.name'
}

take() { # claim, snapshot class
  local snapshot
  snapshot=$(
    jq --null-input --arg claim "$1" --arg class "$2" --arg owner "$OWNER" '{
      apiVersion: "snapshot.storage.k8s.io/v1",
      kind: "VolumeSnapshot",
      metadata: {generateName: ($claim + "-"), labels: {"app.kubernetes.io/managed-by": $owner}},
      spec: {volumeSnapshotClassName: $class, source: {persistentVolumeClaimName: $claim}}
    }' | kubectl create --filename - --output name
  ) || return 1
  if ! kubectl wait "$snapshot" --for=jsonpath='{.status.readyToUse}'=true --timeout=10m; then
    kubectl delete "$snapshot" --wait=false
    return 1
  fi
}

surplus() { # claim
  kubectl get volumesnapshots --selector "$label" --output json |
    jq --raw-output --arg claim "$1" --argjson keep "$KEEP" '
      [.items[] | select(.spec.source.persistentVolumeClaimName == $claim and .status.readyToUse == true)]
      | sort_by(.metadata.creationTimestamp) | reverse | .[$keep:] | .[].metadata.name'
}

failed=0
for pair in "$@"; do
  names=$(claims "${pair%%=*}")
  for claim in $names; do
    # Without a new one, none of the old ones is given up.
    if ! take "$claim" "${pair#*=}"; then
      echo "no snapshot of $claim" >&2
      failed=1
      continue
    fi
    surplus_names=$(surplus "$claim")
    for old in $surplus_names; do
      kubectl delete volumesnapshot "$old"
    done
  done
done
exit "$failed"
