package io.github.homelab4j.core;

import io.github.homelab4j.rule.FluxRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Settings that cannot be right, told where they are built. They are thrown one by one, unless a
 * homelab is being loaded: then its construction goes on, and all of them are told at once.
 */
public final class Invalid {
  private static final ThreadLocal<Invalid> LOADING = new ThreadLocal<>();

  private final String homelab;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> standIns = new ArrayList<>();

  private Invalid(String homelab) {
    this.homelab = homelab;
  }

  /**
   * A setting is wrong.
   *
   * @param message the values and, after a colon, what to do
   * @throws InvalidPropsException when no homelab is being loaded
   */
  public static void setting(String message) {
    loading(message).add(new InvalidPropsException(message));
  }

  /**
   * The same for a value, in whose place another one stands until the homelab is built; what else
   * is wrong with that one is nobody's mistake and not told.
   *
   * @return the value that stands in
   * @throws InvalidPropsException when no homelab is being loaded
   */
  public static <T> T value(String message, T standIn) {
    var loading = loading(message);
    loading.findings.add(finding(new InvalidPropsException(message), loading.homelab));
    loading.standIns.add(standIn.toString());
    return standIn;
  }

  /**
   * Loads a homelab.
   *
   * @param homelab its class, which findings name as their path
   * @param build makes it
   * @throws SynthesisException with all settings that are wrong
   */
  public static <T> T load(String homelab, Supplier<T> build) {
    var loading = new Invalid(homelab);
    LOADING.set(loading);
    try {
      var built = build.get();
      loading.end();
      return built;
    } catch (InvalidPropsException e) {
      loading.add(e);
      throw new SynthesisException(loading.findings);
    } catch (SynthesisException e) {
      throw e;
    } catch (RuntimeException e) {
      // What stands in for a value may not do everywhere; the values are what is wrong then.
      loading.end();
      throw e;
    } finally {
      LOADING.remove();
    }
  }

  private static Invalid loading(String message) {
    var loading = LOADING.get();
    if (loading == null) {
      throw new InvalidPropsException(message);
    }
    return loading;
  }

  private static Finding finding(InvalidPropsException wrong, String homelab) {
    return new Finding(FluxRule.PROPS_INVALID, homelab, wrong.origin(), wrong.getMessage());
  }

  private void add(InvalidPropsException wrong) {
    if (standIns.stream().noneMatch(wrong.getMessage()::contains)) {
      findings.add(finding(wrong, homelab));
    }
  }

  private void end() {
    if (!findings.isEmpty()) {
      throw new SynthesisException(findings);
    }
  }
}
