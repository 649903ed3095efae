package io.github.homelab4j.rule;

record OwnRule(String code, About about) implements Rule {}
