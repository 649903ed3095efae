/** Service meshes, which stand between the pods of a cluster. */
@Props
package io.github.homelab4j.mesh;

import io.github.homelab4j.core.Props;
