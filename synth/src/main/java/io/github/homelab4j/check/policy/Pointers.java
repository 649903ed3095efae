package io.github.homelab4j.check.policy;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The few pointers that rules ask for, read once. */
final class Pointers {
  private static final Map<String, JsonPointer> READ = new ConcurrentHashMap<>();
  private static final Map<String, JsonPointer> SECURITY = new ConcurrentHashMap<>();

  private Pointers() {}

  /** A field of a security context. */
  static JsonPointer ofSecurity(String field) {
    return SECURITY.computeIfAbsent(field, each -> JsonPointer.compile("/securityContext" + each));
  }

  static JsonPointer of(String field) {
    return READ.computeIfAbsent(field, JsonPointer::compile);
  }
}
