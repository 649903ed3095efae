package io.github.homelab4j.plan;

/**
 * Where the owner sits: files for it are under {@code hosts/workstation/}. No plan names it, for it
 * has no address that others would reach it by.
 */
public final class Workstation implements Machine {
  /** The one of the homelab. */
  public static final Workstation OWNERS = new Workstation();

  private Workstation() {}

  @Override
  public String name() {
    return "workstation";
  }

  @Override
  public Ip address() {
    return Ip.of("127.0.0.1");
  }
}
