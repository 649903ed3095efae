package io.github.homelab4j.core;

import com.fasterxml.jackson.databind.ser.DefaultSerializerProvider;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import software.amazon.jsii.JsiiEngine;
import software.amazon.jsii.JsiiObjectMapper;
import software.amazon.jsii.JsiiObjectRef;
import software.amazon.jsii.api.JsiiOverride;
import software.constructs.Construct;

/**
 * The Node.js process that cdk8s runs in, one for a JVM, behind jsii. It starts with the first
 * homelab, or before: starting takes Node.js about half a second, in which Java can do other work.
 */
public final class Cdk8sRuntime {
  private static final FutureTask<JsiiEngine> ENGINE = new FutureTask<>(Cdk8sRuntime::load);
  private static final Queue<Runnable> MEANWHILE = new ConcurrentLinkedQueue<>();
  private static final Collection<JsiiOverride> TO_JSON = List.of(toJson());

  private Cdk8sRuntime() {}

  /**
   * Starts Node.js beside what the caller does next. Until a homelab is made, nobody else may use
   * cdk8s: jsii takes one question at a time. What goes wrong is told to who makes the first one.
   *
   * @param meanwhile small steps that nobody depends on: who makes the first homelab takes them
   *     while it would wait, and what is left is done beside the making
   */
  public static void start(List<Runnable> meanwhile) {
    MEANWHILE.addAll(meanwhile);
    var thread =
        new Thread(
            () -> {
              ENGINE.run();
              takeSteps(() -> true);
            },
            "cdk8s");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Forgets every construct that was made, here and in Node.js: they keep their objects, but no
   * tree. For those who make one homelab after the other in one process; jsii itself never lets go
   * of any.
   */
  public static void forget() {
    if (!ENGINE.isDone()) {
      return;
    }
    var engine = engine();
    var constructs = constructs(engine);
    for (var construct : new ArrayList<>(constructs.values())) {
      engine.getClient().deleteObject(engine.nativeToObjRef(construct));
    }
    constructs.clear();
    // They know the classes of constructs, of which the next homelab may have others.
    var mapper = JsiiObjectMapper.INSTANCE;
    ((DefaultSerializerProvider) mapper.getSerializerProvider()).flushCachedSerializers();
    mapper.getTypeFactory().clearCache();
    Json.forget();
  }

  /**
   * Lets the process end sooner, for who is done with cdk8s: the thread that passes on what Node.js
   * complains of sleeps a tenth of a second at a time, and jsii waits for it.
   */
  public static void leave() {
    var threads = new Thread[Thread.activeCount() + 1];
    Thread.enumerate(threads);
    for (var thread : threads) {
      if (thread != null && thread.getName().startsWith("software.amazon.jsii.")) {
        thread.interrupt();
      }
    }
  }

  /** The root of a tree. */
  static JsiiObjectRef app() {
    return engine().getClient().createObject("cdk8s.App", List.of(), List.of(), List.of());
  }

  /**
   * A chart whose objects a component tells. jsii's own way looks at every method of the component,
   * and takes some for properties of the chart; all that cdk8s has to ask for is {@code toJson}.
   */
  static JsiiObjectRef chart(Construct scope, String id) {
    Objects.requireNonNull(scope, "scope is required");
    return engine().getClient().createObject("cdk8s.Chart", List.of(scope, id), TO_JSON, List.of());
  }

  private static JsiiEngine load() {
    var engine = JsiiEngine.getInstance();
    engine.loadModule(org.cdk8s.$Module.class);
    return engine;
  }

  private static JsiiEngine engine() {
    // Does nothing where it runs already, or ran.
    ENGINE.run();
    takeSteps(() -> !ENGINE.isDone());
    try {
      return ENGINE.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Node.js started", e);
    }
  }

  private static void takeSteps(BooleanSupplier goesOn) {
    for (Runnable step; goesOn.getAsBoolean() && (step = MEANWHILE.poll()) != null; ) {
      step.run();
    }
  }

  private static JsiiOverride toJson() {
    var override = new JsiiOverride();
    override.setMethod("toJson");
    try {
      override.setCookie(Component.class.getMethod("toJson").toString());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
    return override;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> constructs(JsiiEngine engine) {
    try {
      Field objects = JsiiEngine.class.getDeclaredField("objects");
      objects.setAccessible(true);
      return (Map<String, Object>) objects.get(engine);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this version of jsii keeps its objects elsewhere", e);
    }
  }
}
