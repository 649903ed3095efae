package software.amazon.jsii;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts requests to jsii's kernel; in its package, since only there its inspector can be set. */
public final class CallCounter {
  private CallCounter() {}

  /** How many requests this thread sends while it works. */
  public static int during(Runnable work) {
    var requests = new AtomicInteger();
    JsiiRuntime.messageInspector.set(
        (message, type) -> {
          if (type == MessageInspector.MessageType.Request) {
            requests.incrementAndGet();
          }
        });
    try {
      work.run();
      return requests.get();
    } finally {
      JsiiRuntime.messageInspector.remove();
    }
  }
}
