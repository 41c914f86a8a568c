package org.lanshao.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.ConsoleAppender;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Writes log events without the messages of exceptions, for those of databases and parsers repeat
 * what people wrote. Their kinds and places are written.
 */
public final class PrivateConsole extends ConsoleAppender<ILoggingEvent> {
  private static final IThrowableProxy[] NONE = {};

  @Override
  protected void append(ILoggingEvent event) {
    super.append(event.getThrowableProxy() == null ? event : withoutMessages(event));
  }

  private static ILoggingEvent withoutMessages(ILoggingEvent event) {
    var quiet = withoutMessages(event.getThrowableProxy());
    return replacing(ILoggingEvent.class, event, "getThrowableProxy", () -> quiet);
  }

  private static IThrowableProxy withoutMessages(IThrowableProxy thrown) {
    var noMessage = replacing(IThrowableProxy.class, thrown, "getMessage", () -> "");
    var alone = replacing(IThrowableProxy.class, noMessage, "getSuppressed", () -> NONE);
    var cause = thrown.getCause();
    return replacing(
        IThrowableProxy.class,
        alone,
        "getCause",
        () -> cause == null ? null : withoutMessages(cause));
  }

  private static <T> T replacing(
      Class<T> type,
      T original,
      String method,
      java.util.function.Supplier<@org.jspecify.annotations.Nullable Object> result) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> {
              if (called.getName().equals(method)) {
                return result.get();
              }
              try {
                return called.invoke(original, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
              }
            }));
  }
}
