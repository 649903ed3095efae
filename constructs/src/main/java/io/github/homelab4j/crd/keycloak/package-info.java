/** Custom resources of the Keycloak operator ({@code k8s.keycloak.org}). */
package io.github.homelab4j.crd.keycloak;
