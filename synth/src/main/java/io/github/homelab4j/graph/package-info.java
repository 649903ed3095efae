/**
 * From a homelab to what each cluster is made of: units, the objects they emit, and what they need
 * of each other.
 */
package io.github.homelab4j.graph;
