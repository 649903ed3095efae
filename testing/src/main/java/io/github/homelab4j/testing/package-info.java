/**
 * AssertJ assertions for components, the objects they emit, clusters and plans; for the tests of a
 * user's own homelab as well.
 */
package io.github.homelab4j.testing;
