package io.github.homelab4j.messaging;

import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.ServiceRef;

/**
 * How a client reaches a {@link Kafka} and shows who it is.
 *
 * @param bootstrap the port for TLS
 * @param authority Secret with the brokers' authority as {@code ca.crt}
 * @param user Secret with the client's certificate as {@code user.crt} and {@code user.key}
 */
public record KafkaLogin(ServiceRef bootstrap, SecretRef authority, SecretRef user) {}
