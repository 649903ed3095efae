/**
 * Custom resources of Rook, and what storage and snapshots of Ceph have in common wherever they are
 * used.
 */
@Props
package io.github.homelab4j.crd.ceph;

import io.github.homelab4j.core.Props;
