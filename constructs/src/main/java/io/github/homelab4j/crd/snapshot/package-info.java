/** Kinds of {@code snapshot.storage.k8s.io}. */
package io.github.homelab4j.crd.snapshot;
