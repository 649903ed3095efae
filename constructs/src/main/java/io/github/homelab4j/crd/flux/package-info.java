/**
 * Custom resources of Flux ({@code source}, {@code kustomize} and {@code helm.toolkit.fluxcd.io}).
 */
package io.github.homelab4j.crd.flux;
