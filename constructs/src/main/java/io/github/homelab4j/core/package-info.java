/**
 * What every component stands on: the component itself, clusters, references, versions and errors.
 */
package io.github.homelab4j.core;
