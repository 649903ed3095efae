package io.github.homelab4j.identity;

import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.unit.Hostname;

/**
 * Servers that a {@link Keycloak} runs, for realms to be created in.
 *
 * @param name name of the Keycloak resource
 * @param hostname where people reach it
 * @param service where pods reach it
 */
public record KeycloakInstance(String name, Hostname hostname, ServiceRef service) {}
